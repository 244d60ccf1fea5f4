import type { Journal } from '../journal';
import { type PlatformClient, Refused } from '../platform-client';
import type { CsvRow } from '../read-csv';
import { type CalendarRow, blockedRanges, daysToMove, firstPrice } from './airbnb-calendar';
import { type ImportedListing, type ListingRow, type Place, importedListing } from './airbnb-listing';

/** What an import reads, already parsed. */
export interface AirbnbData {
  readonly listings: readonly CsvRow<ListingRow>[];
  readonly calendars: ReadonlyMap<string, CalendarRow>;
  readonly reviews: ReadonlyMap<string, readonly { readonly externalId: string; readonly writtenOn: string }[]>;
  readonly place: Place;
  /** Where calendars of the past are moved to, `YYYY-MM-DD`. */
  readonly today: string;
}

/** A row that was left out, and why. */
export interface LeftOut {
  readonly line: number;
  readonly id: string;
  readonly reasons: readonly string[];
}

const SOURCE = 'airbnb';
const SIMULTANEOUS = 8;

/** Sends each listing with its host, its blocked nights and its rating through the platform's own doors. */
export class ImportAirbnb {
  private readonly hosts = new Map<string, Promise<string>>();

  constructor(
    private readonly platform: PlatformClient,
    private readonly journal: Journal,
    private readonly onDone: () => void,
  ) {}

  /** Answers the rows that were left out; everything else is on the platform when it resolves. */
  async run(data: AirbnbData): Promise<LeftOut[]> {
    const leftOut: LeftOut[] = [];
    const waiting = [...data.listings];
    const worker = async (): Promise<void> => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const reasons = await this.take(next.row, data);
        if (reasons.length > 0) leftOut.push({ line: next.line, id: next.row.id, reasons });
        this.onDone();
      }
    };
    await Promise.all(Array.from({ length: SIMULTANEOUS }, worker));
    return leftOut.sort((one, other) => one.line - other.line);
  }

  /** Takes one row over; answers why not, if not. */
  private async take(row: ListingRow, data: AirbnbData): Promise<readonly string[]> {
    if (this.journal.find(row.id)) return [];
    const calendar = data.calendars.get(row.id);
    const imported = importedListing(row, data.place, calendar && firstPrice(calendar));
    if ('faults' in imported) return imported.faults;
    try {
      const id = await this.offer(imported);
      if (calendar) await this.block(id, calendar, data.today);
      if (imported.rating) await this.rate(id, imported.rating, data.reviews.get(row.id) ?? []);
      this.journal.done({ externalId: row.id, id });
      return [];
    } catch (error) {
      if (error instanceof Refused) return [error.message];
      throw error;
    }
  }

  private async offer({ externalId, host, listing }: ImportedListing): Promise<string> {
    const ownerId = await this.hostId(host);
    const made = await this.platform.send<{ id: string }>('POST', '/api/admin/listings', { source: SOURCE, externalId, ownerId, listing });
    return made.id;
  }

  private hostId({ externalId, name }: ImportedListing['host']): Promise<string> {
    const known = this.hosts.get(externalId);
    if (known) return known;
    const made = this.platform
      .send<{ id: string }>('POST', '/api/admin/people', { source: SOURCE, externalId, name, landlord: true })
      .then((person) => person.id);
    this.hosts.set(externalId, made);
    return made;
  }

  private async block(id: string, calendar: CalendarRow, today: string): Promise<void> {
    const block = blockedRanges(calendar, daysToMove(calendar.first_date, today)).map((range) => ({ ...range, note: SOURCE }));
    if (block.length > 0) await this.platform.send('PUT', `/api/listings/${id}/availability`, { block });
  }

  private async rate(id: string, rating: NonNullable<ImportedListing['rating']>, reviews: readonly { externalId: string; writtenOn: string }[]): Promise<void> {
    await this.platform.send('PUT', `/api/admin/ratings/listing/${id}`, { source: SOURCE, ...rating, reviews });
  }
}

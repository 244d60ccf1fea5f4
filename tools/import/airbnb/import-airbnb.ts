import { createHash } from 'node:crypto';
import type { Journal } from '../journal';
import { type PlatformClient, Refused } from '../platform-client';
import type { CsvRow } from '../read-csv';
import { type CalendarRow, blockedRanges, calendarSpan, daysToMove, firstPrice } from './airbnb-calendar';
import { type ImportedListing, type ListingRow, type Place, importedListing } from './airbnb-listing';
import type { Fault } from './fault';
import type { ReadAirbnb, WrittenReview } from './read-airbnb';

/** What an import brings over. */
export interface AirbnbData extends Pick<ReadAirbnb, 'listings' | 'calendars' | 'reviews'> {
  readonly place: Place;
  /** Where calendars of the past are moved to, `YYYY-MM-DD`. */
  readonly today: string;
}

/** How many listings are there in the end, and the rows that could not be brought over. */
export interface BroughtOver {
  readonly brought: number;
  readonly faults: readonly Fault[];
}

const SOURCE = 'airbnb';
const SIMULTANEOUS = 8;
/** As many reviews as one request may carry, with room to spare. */
const REVIEWS_AT_ONCE = 2_000;

/** Sends each listing with its host, its blocked nights and its rating through the platform's own doors. */
export class ImportAirbnb {
  private readonly hosts = new Map<string, Promise<string>>();
  private readonly faults: Fault[] = [];
  private brought = 0;

  constructor(
    private readonly platform: PlatformClient,
    private readonly journal: Journal,
    private readonly onDone: () => void,
  ) {}

  /** Answers the rows that were left out; everything else is on the platform when it resolves. */
  async run(data: AirbnbData): Promise<BroughtOver> {
    const waiting = [...data.listings];
    const worker = async (): Promise<void> => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        await this.take(next, data);
        this.onDone();
      }
    };
    const workers = Array.from({ length: SIMULTANEOUS }, worker);
    // Where one cannot go on, neither can the others: they finish what they have begun, and the next run goes on from there.
    await Promise.all(workers.map((work) => work.finally(() => waiting.splice(0))));
    return { brought: this.brought, faults: this.faults };
  }

  private async take({ line, row }: CsvRow<ListingRow>, data: AirbnbData): Promise<void> {
    const calendar = data.calendars.get(row.id);
    const reviews = data.reviews.get(row.id) ?? [];
    const imported = importedListing(row, data.place, calendar && firstPrice(calendar.row));
    if ('faults' in imported) return this.leaveOut({ file: 'listings', line, id: row.id, reasons: imported.faults });
    const entry = { externalId: row.id, digest: digestOf([imported, calendar?.row, reviews]) };
    if (this.journal.isDone(entry)) return void (this.brought += 1);

    const id = await this.unlessRefused({ file: 'listings', line, id: row.id }, () => this.offer(imported));
    if (id === undefined) return;
    this.brought += 1;
    const isBlocked = !calendar || (await this.unlessRefused({ file: 'calendar', line: calendar.line, id: row.id }, () => this.block(id, calendar.row, data.today)));
    const isRated = await this.unlessRefused({ file: 'listings', line, id: row.id, reasons: ['its rating was refused'] }, () => this.rate(id, imported, reviews));
    if (isBlocked && isRated) this.journal.done(entry);
  }

  private leaveOut(fault: Fault): void {
    this.faults.push(fault);
  }

  /** Does one step; where the platform refuses it, that is a fault of the row, and of no other. */
  private async unlessRefused<Answer>({ reasons = [], ...place }: Omit<Fault, 'reasons'> & Partial<Fault>, step: () => Promise<Answer>): Promise<Answer | undefined> {
    try {
      return await step();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.leaveOut({ ...place, reasons: [...reasons, error.message] });
      return undefined;
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

  /** Opens the whole calendar and closes its taken nights in one step, so that it ends as the file says whatever it was before. */
  private async block(id: string, calendar: CalendarRow, today: string): Promise<true> {
    const moved = daysToMove(calendar.first_date, today);
    const block = blockedRanges(calendar, moved).map((range) => ({ ...range, note: SOURCE }));
    await this.platform.send('PUT', `/api/listings/${id}/availability`, { unblock: [calendarSpan(calendar, moved)], block });
    return true;
  }

  private async rate(id: string, { rating }: ImportedListing, reviews: readonly WrittenReview[]): Promise<true> {
    if (!rating) return true;
    for (let first = 0; first === 0 || first < reviews.length; first += REVIEWS_AT_ONCE) {
      const some = reviews.slice(first, first + REVIEWS_AT_ONCE);
      await this.platform.send('PUT', `/api/admin/ratings/listing/${id}`, { source: SOURCE, ...rating, reviews: some });
    }
    return true;
  }
}

function digestOf(what: unknown): string {
  return createHash('sha256').update(JSON.stringify(what)).digest('base64url').slice(0, 22);
}

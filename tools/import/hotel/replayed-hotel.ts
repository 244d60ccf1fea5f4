import type { HotelView, ReservationView, RevenuePeriodView, RevenueReportView, RoomView } from '@bookable/contracts-hotel-management';
import type { Page } from '@bookable/kernel';
import type { PlatformClient } from '../platform-client';
import type { ReplayedStay } from './hotel-row';
import type { Deed } from './replay-day';
import { kindOf, roomsNeeded } from './rooms-needed';

/** Both hotels stand in Portugal. */
export const TIME_ZONE = 'Europe/Lisbon';
const TERMS = { city: 'Lisboa', timeZone: TIME_ZONE, location: { lat: 38.7223, lng: -9.1393 }, currency: 'EUR' };
const SIMULTANEOUS = 10;

/** What a desk does about one stay. */
type DeedOfAStay = Exclude<Deed, 'clean'>;

/** A hotel of the data set on the platform, and those who work in it. */
export class ReplayedHotel {
  private readonly reservationIds = new Map<number, string>();
  private readonly leftRoomIds = new Set<string>();

  private constructor(
    private readonly platform: PlatformClient,
    readonly name: string,
    readonly id: string,
  ) {}

  /** Opens it with just the rooms its reservations need, each type at the mean of what is paid for it. */
  static async open(platform: PlatformClient, name: string, stays: readonly ReplayedStay[]): Promise<ReplayedHotel> {
    const { id } = await platform.send<HotelView>('POST', '/api/hotels', { ...TERMS, name });
    const rooms = [...roomsNeeded(stays)];
    const base = rooms.map(([letter]) => {
      const { category, beds } = kindOf(letter);
      return { category, beds, amount: meanRateCents(stays.filter(({ reservedType }) => reservedType === letter)) };
    });
    await platform.send('PUT', `/api/hotels/${id}/rates`, { base, minibar: 0 });
    for (const [floor, [letter, count]] of rooms.entries()) {
      for (let number = 1; number <= count; number += 1) {
        await platform.send<RoomView>('POST', `/api/hotels/${id}/rooms`, { number: `${letter}${String(number).padStart(3, '0')}`, floor, ...kindOf(letter) });
      }
    }
    return new ReplayedHotel(platform, name, id);
  }

  /** Does something about each of some stays, several at a time. */
  async do(deed: DeedOfAStay, stays: readonly ReplayedStay[]): Promise<void> {
    await atOnce(stays, async (stay) => {
      try {
        await this.doOne(deed, stay);
      } catch (error) {
        throw new Error(`${this.name}, line ${stay.line}: could not ${deed}.`, { cause: error });
      }
    });
  }

  /** The cleaners clean every room that was left. */
  async clean(): Promise<void> {
    const left = [...this.leftRoomIds];
    this.leftRoomIds.clear();
    await atOnce(left, (roomId) => this.platform.send('PUT', `/api/hotels/${this.id}/rooms/${roomId}/cleaning/done`));
  }

  /** Every reservation there has been, as the platform tells of it. */
  async *reservations(): AsyncGenerator<ReservationView> {
    for (let cursor: string | undefined = ''; cursor !== undefined; ) {
      const page: Page<ReservationView> = await this.platform.get(`/api/hotels/${this.id}/reservations?limit=100${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
      yield* page.items;
      cursor = page.nextCursor ?? undefined;
    }
  }

  /** What the hotel tells its owner of each day in a stretch of them. */
  async daysOfReport(from: string, to: string): Promise<readonly RevenuePeriodView[]> {
    return (await this.platform.get<RevenueReportView>(`/api/hotels/${this.id}/reports/revenue?from=${from}&to=${to}&by=day`)).periods;
  }

  private async doOne(deed: DeedOfAStay, stay: ReplayedStay): Promise<void> {
    if (deed === 'reserve') return this.reserve(stay);
    const path = `/api/hotels/${this.id}/reservations/${this.reservationIds.get(stay.line)}`;
    if (deed === 'change-room-type') await this.platform.send('PUT', path, kindOf(stay.assignedType));
    else if (deed === 'check-in') await this.platform.send('PUT', `${path}/check-in`, { payment: { method: 'card', amount: Math.max(0, stay.dueCents) } });
    else if (deed === 'check-out' || deed === 'leave-in-the-evening') this.leftRoomIds.add((await this.platform.send<ReservationView>('PUT', `${path}/check-out`)).roomId!);
    else if (deed === 'miss') await this.platform.send('PUT', `${path}/no-show`);
    else await this.platform.send('PUT', `${path}/cancel`, {});
  }

  private async reserve(stay: ReplayedStay): Promise<void> {
    const { line, from, to, reservedType, guests } = stay;
    const wish = { from, to, ...kindOf(reservedType), note: `Line ${line}: ${guests}` };
    const { id } = await this.platform.send<ReservationView>('POST', `/api/hotels/${this.id}/reservations`, wish, `line-${line}`);
    this.reservationIds.set(line, id);
  }
}

function meanRateCents(stays: readonly ReplayedStay[]): number {
  const nights = stays.reduce((sum, one) => sum + one.nights, 0);
  const cents = stays.reduce((sum, one) => sum + one.dueCents, 0);
  return nights === 0 ? 0 : Math.max(0, Math.round(cents / nights));
}

async function atOnce<One>(all: readonly One[], work: (one: One) => Promise<unknown>): Promise<void> {
  const waiting = [...all];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: SIMULTANEOUS }, () => worker().finally(() => waiting.splice(0))));
}

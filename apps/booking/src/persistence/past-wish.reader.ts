import { Injectable } from '@nestjs/common';
import { dayAt, startOfDay } from '@bookable/kernel';
import { Database } from '@bookable/platform-database';
import type { PastWish } from '../domain/price-preview/compare-prices';
import type { PromotionTerms } from '../domain/quote/quote-line';
import type { Resource } from '../domain/resource';
import type { StayOptions } from '../domain/stay';
import type { AskedQuote } from './asked-quote.store';

/** Wishes, the latest first, and how many there are of all: each counts as often as it was asked. */
export interface PastWishes {
  readonly wishes: readonly PastWish[];
  readonly count: number;
}

interface AskedRow extends Pick<AskedQuote, 'wish' | 'times'> {
  readonly id: string;
  readonly asked_on: string;
  readonly count: number;
}

interface BookedRow {
  readonly id: string;
  readonly created_at: Date;
  readonly stay_from: string;
  readonly stay_to: string;
  readonly quantity: number;
  readonly options: StayOptions | null;
  readonly guests: number | null;
  readonly promotion: PromotionTerms | null;
  readonly count: number;
}

const ASKED = `
  SELECT id, asked_on, wish, times, (sum(times) OVER ())::integer AS count FROM asked_quote
  WHERE resource_id = $1 AND asked_on >= $2 ORDER BY asked_on DESC, id LIMIT $3`;
const BOOKED = `
  SELECT id, created_at, stay_from, stay_to, quantity, options, (quote ->> 'guests')::integer AS guests, quote -> 'promotion' AS promotion,
         (count(*) OVER ())::integer AS count
  FROM booking WHERE owner_id = $1 AND resource_id = $2 AND id >= $3 AND created_at >= $4 ORDER BY id DESC LIMIT $5`;

/** Reads what people wanted of a resource: the quotes they asked for, and the bookings, which keep their own. */
@Injectable()
export class PastWishReader {
  constructor(private readonly database: Database) {}

  /** What was wanted since a day where the resource is, up to so many of each source. */
  async since(resource: Pick<Resource, 'id' | 'ownerId' | 'timeZone'>, day: string, atMost: number): Promise<PastWishes> {
    const fromMs = startOfDay(day, resource.timeZone);
    const [asked, booked] = await Promise.all([
      this.database.query<AskedRow>(ASKED, [resource.id, day, atMost], { name: 'asked-wishes' }),
      this.database.query<BookedRow>(BOOKED, [resource.ownerId, resource.id, lowestId(fromMs), new Date(fromMs), atMost], { name: 'booked-wishes' }),
    ]);
    return {
      wishes: [...asked.map(askedWish), ...booked.map((row) => bookedWish(row, resource.timeZone))],
      count: (asked[0]?.count ?? 0) + (booked[0]?.count ?? 0),
    };
  }
}

/** Ids begin with the moment they were made at, so an index of ids is one of time; this is before all ids of a moment. */
function lowestId(ms: number): string {
  const time = ms.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-0000-0000-000000000000`;
}

function askedWish({ id, asked_on, wish: { promotion, ...wish }, times }: AskedRow): PastWish {
  return { id, source: 'asked', day: asked_on, times, wish, ...(promotion && { promotion }) };
}

function bookedWish({ id, created_at, stay_from, stay_to, quantity, options, guests, promotion }: BookedRow, timeZone: string): PastWish {
  const wish = { from: stay_from, to: stay_to, quantity, options: options ?? undefined, guests: guests ?? undefined };
  return { id, source: 'booked', day: dayAt(created_at.getTime(), timeZone), times: 1, wish, ...(promotion && { promotion }) };
}

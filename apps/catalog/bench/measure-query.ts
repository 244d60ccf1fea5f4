import type { Database } from '@bookable/platform-database';
import { criteriaOf } from '../src/domain/read-criteria';
import type { SearchCriteria } from '../src/domain/search-criteria';
import type { PageWish } from '../src/persistence/search/search-statement';
import { SearchReader } from '../src/persistence/search/search.reader';
import type { FixedQuery } from './fixed-queries';
import { SET_NOW } from './search-set/draw-samples.sql';

const LIMIT = 20;
const WARM_UP = 15;

/** Milliseconds of one round trip, as the service asks: prepared, over one connection. */
export interface Times {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

export interface MeasuredQuery extends Times {
  readonly name: string;
  readonly found: number;
  /** The same rows by their primary keys, with nothing to look for, glue together or order. */
  readonly floor: Times;
}

/** The cheapest statement that there is for these rows. */
const BY_KEY = 'SELECT listing_id, summary FROM listing_summary WHERE listing_id = ANY($1::uuid[])';

export class QueryMeter {
  private readonly reader: SearchReader;

  constructor(
    private readonly database: Database,
    private readonly runs: number,
  ) {
    this.reader = new SearchReader(database);
  }

  async measure({ name, asks, isLastPage }: FixedQuery): Promise<MeasuredQuery> {
    const criteria = criteriaOf(asks);
    const wish: PageWish = { limit: LIMIT, after: isLastPage ? await this.beforeTheEnd(criteria) : undefined };
    const find = (): ReturnType<SearchReader['find']> => this.reader.find(criteria, { now: SET_NOW }, wish);
    const { items } = await find();
    const ids = items.map(({ id }) => id);
    const times = await this.time(find);
    const floor = await this.time(() => this.database.query(BY_KEY, [ids], { name: 'by-key' }));
    return { name, found: items.length, ...times, floor };
  }

  async time(work: () => Promise<unknown>): Promise<Times> {
    for (let run = 0; run < WARM_UP; run += 1) await work();
    const taken: number[] = [];
    for (let run = 0; run < this.runs; run += 1) {
      const startMs = performance.now();
      await work();
      taken.push(performance.now() - startMs);
    }
    taken.sort((a, b) => a - b);
    const at = (share: number): number => taken[Math.min(taken.length - 1, Math.floor(share * taken.length))] ?? 0;
    return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
  }

  /** The key from which on a page or less is left: the dearest price there is, less a little. */
  private async beforeTheEnd({ city }: SearchCriteria): Promise<(string | number)[]> {
    const [row] = await this.database.query<{ amount: number; id: string }>(
      `SELECT price_amount::float8 AS amount, listing_id AS id FROM search_entry WHERE status = 'active' AND city_key = catalog.folded($1)
       ORDER BY price_amount DESC, listing_id DESC OFFSET ${LIMIT} LIMIT 1`,
      [city],
    );
    return row ? [row.amount, row.id] : [];
  }
}

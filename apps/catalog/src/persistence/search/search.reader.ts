import { Injectable } from '@nestjs/common';
import { Database } from '@bookable/platform-database';
import type { SearchCriteria } from '../../domain/search-criteria';
import type { BookingUnit } from '../../domain/listing-kind';
import type { CountWish } from './counted-rows';
import type { SearchMoment } from './filter';
import { type MapWish, mapStatement } from './map-statement';
import { ITEM_SEPARATOR, type PageWish, searchStatement } from './search-statement';
import { StatementNames } from './statement-names';

const ID_LENGTH = 36;

/** One found listing: its JSON without the closing brace. */
export interface FoundItem {
  readonly id: string;
  readonly unit: BookingUnit;
  readonly openJson: string;
}

export interface FoundPage {
  readonly items: readonly FoundItem[];
  /** The sort key of the last item, where there are more after it. */
  readonly lastKey?: readonly (string | number)[];
  /** The JSON of what was counted, where that was asked for. */
  readonly total?: string;
  readonly facets?: string;
}

interface FoundRow {
  readonly hasMore: boolean;
  readonly lastKey: string | null;
  readonly items: string | null;
  readonly idsAndUnits: string | null;
  readonly total: string | null;
  readonly facets: string | null;
}

/** Finds listings in one round trip. */
@Injectable()
export class SearchReader {
  private readonly names = new StatementNames();

  constructor(private readonly database: Database) {}

  /** What is found, on a map: the whole answer as JSON. */
  async map(criteria: SearchCriteria, moment: SearchMoment, wish: MapWish): Promise<Buffer> {
    const { sql, values } = mapStatement(criteria, moment, wish);
    const [row] = await this.database.query<{ map: string }>(sql, values, { name: this.names.nameOf(sql) });
    return Buffer.from(row?.map ?? '');
  }

  async find(criteria: SearchCriteria, moment: SearchMoment, wish: PageWish, count: CountWish = {}): Promise<FoundPage> {
    const { sql, values } = searchStatement(criteria, moment, wish, count);
    const [row] = await this.database.query<FoundRow>(sql, values, { name: this.names.nameOf(sql) });
    const counted = { total: row?.total ?? undefined, facets: row?.facets ?? undefined };
    if (!row || row.items === null || row.idsAndUnits === null) return { items: [], ...counted };
    const heads = row.idsAndUnits.split(',');
    const items = row.items.split(ITEM_SEPARATOR).map((openJson, index) => {
      const head = heads[index] ?? '';
      return { id: head.slice(0, ID_LENGTH), unit: head.slice(ID_LENGTH) as BookingUnit, openJson };
    });
    return { ...counted, items, lastKey: row.hasMore && row.lastKey !== null ? (JSON.parse(row.lastKey) as (string | number)[]) : undefined };
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '@bookable/platform-database';
import type { SearchCriteria } from '../../domain/search-criteria';
import type { BookingUnit } from '../../domain/listing-kind';
import type { SearchMoment } from './filter';
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
}

interface FoundRow {
  readonly hasMore: boolean;
  readonly lastKey: string | null;
  readonly items: string | null;
  readonly idsAndUnits: string | null;
}

/** Finds listings in one round trip. */
@Injectable()
export class SearchReader {
  private readonly names = new StatementNames();

  constructor(private readonly database: Database) {}

  async find(criteria: SearchCriteria, moment: SearchMoment, wish: PageWish): Promise<FoundPage> {
    const { sql, values } = searchStatement(criteria, moment, wish);
    const [row] = await this.database.query<FoundRow>(sql, values, { name: this.names.nameOf(sql) });
    if (!row || row.items === null || row.idsAndUnits === null) return { items: [] };
    const heads = row.idsAndUnits.split(',');
    const items = row.items.split(ITEM_SEPARATOR).map((openJson, index) => {
      const head = heads[index] ?? '';
      return { id: head.slice(0, ID_LENGTH), unit: head.slice(ID_LENGTH) as BookingUnit, openJson };
    });
    return { items, lastKey: row.hasMore && row.lastKey !== null ? (JSON.parse(row.lastKey) as (string | number)[]) : undefined };
  }
}

import { Injectable } from '@nestjs/common';
import type { Period } from '@bookable/kernel';
import { Database } from '@bookable/platform-database';

/** A stretch that the owner has closed. */
export interface BlockedTime extends Period {
  readonly id: string;
  readonly note: string | null;
  readonly createdAt: Date;
}

/** Where a page of blocks begins: after the block that begins then and has this id. */
export type BlockKey = readonly [fromMs: number, id: string];

interface BlockRow {
  readonly id: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly note: string | null;
  readonly taken_at: Date;
}

const PAGE = `
  SELECT id, lower(during) AS starts_at, upper(during) AS ends_at, note, taken_at FROM overlapping_claims($1, tstzrange($2, NULL))
  WHERE kind = 'block' AND ($3::timestamptz IS NULL OR (lower(during), id) > ($3, $4))
  ORDER BY lower(during), id LIMIT $5`;

/** Reads what owners have closed. */
@Injectable()
export class BlockReader {
  constructor(private readonly database: Database) {}

  /** What is closed of a resource and not over, the earliest first, up to one more than asked for. */
  async page(resourceId: string, now: Date, after: BlockKey | undefined, limit: number): Promise<BlockedTime[]> {
    const rows = await this.database.query<BlockRow>(PAGE, [resourceId, now, after ? new Date(after[0]) : null, after?.[1] ?? null, limit + 1], { name: 'blocks' });
    return rows.map(({ id, starts_at, ends_at, note, taken_at }) => ({ id, fromMs: starts_at.getTime(), toMs: ends_at.getTime(), note, createdAt: taken_at }));
  }
}

import type { DataSource } from 'typeorm';

interface Kept {
  readonly drop: string;
  readonly make: string;
}

/** Indexes that back no constraint, and references to other tables: both are made faster over all rows at once. */
const LAID_ASIDE = `
  SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop,
    format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS make
  FROM pg_constraint WHERE contype = 'f' AND conrelid = ANY($1::regclass[])
  UNION ALL
  SELECT format('DROP INDEX %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
  FROM pg_index WHERE indrelid = ANY($2::regclass[]) AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)`;

/** Takes references off all tables and indexes off those that are filled, and answers how to put them back, by so many hands. */
export async function layAside(source: DataSource, tables: readonly string[], filled: readonly string[]): Promise<(hands: number) => Promise<void>> {
  const kept: Kept[] = await source.query(LAID_ASIDE, [tables, filled]);
  for (const { drop } of kept) await source.query(drop);
  return async (hands) => {
    const waiting = kept.map(({ make }) => make);
    const work = async (): Promise<void> => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await source.query(`SET maintenance_work_mem = '400MB'; ${next}`);
    };
    await Promise.all(Array.from({ length: hands }, work));
  };
}

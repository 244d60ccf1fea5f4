import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A table as it was written down. */
export interface KeptTable {
  readonly name: string;
  /** Without those the database computes by itself. */
  readonly columns: readonly string[];
  readonly rows: number;
  /** The same for the same rows in whatever order. */
  readonly checksum: string;
}

/** A sequence, so that no number is given out twice. */
export interface KeptSequence {
  readonly name: string;
  readonly last: string;
  readonly isCalled: boolean;
}

/** What one service keeps in the database. */
export interface KeptSchema {
  readonly service: string;
  readonly schema: string;
  /** Which migrations had run: it is loaded into just the schema it was taken of. */
  readonly migrations: readonly string[];
  readonly tables: readonly KeptTable[];
  readonly sequences: readonly KeptSequence[];
}

/** What a folder holds, written last: a folder without it is no backup. */
export interface Manifest {
  readonly format: 1;
  readonly takenAt: string;
  /** The database it was taken of; it may be loaded into another version. */
  readonly server: string;
  readonly schemas: readonly KeptSchema[];
  readonly files: { readonly count: number; readonly bytes: number };
  /** What the machine kept beside database and files, such as the secret that seals signing keys. */
  readonly kept: readonly string[];
}

const FILE = 'manifest.json';
const OWNER_ONLY = 0o600;

/** Where the rows of a table lie within the folder. */
export function tableFile(folder: string, schema: string, table: string): string {
  return join(folder, 'tables', schema, `${table}.copy.gz`);
}

/** Says that the folder is whole. */
export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const draft = join(folder, `${FILE}.partial`);
  await writeFile(draft, `${JSON.stringify(manifest, undefined, 2)}\n`, { mode: OWNER_ONLY });
  await rename(draft, join(folder, FILE));
}

/** What the folder holds; rejects where it is not a whole backup. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, FILE), 'utf8').catch(() => undefined);
  if (text === undefined) throw new Error(`${folder} is no whole backup: it has no ${FILE}, which is written last.`);
  const manifest = JSON.parse(text) as Manifest;
  if (manifest.format !== 1) throw new Error(`This version cannot read backups of the format ${String(manifest.format)}.`);
  return manifest;
}

import type { KeptValue, SealedColumn } from './sealed-column';
import type { SealingKey } from './sealing-key';

const FORMAT = Buffer.from([1]);
const KEY_ID_BYTES = 8;

/** How many bytes at the beginning of a sealed value say what opens it. */
export const HEADER_BYTES = FORMAT.length + KEY_ID_BYTES;

/** What every value begins with that a key has sealed. */
export function headerOf(keyId: string): Buffer {
  return Buffer.concat([FORMAT, Buffer.from(keyId, 'hex')]);
}

/** Seals and opens values of columns. Injected by this class. */
export class FieldSeals {
  /** The newest key that every replica knows; undefined while none is. */
  private current?: SealingKey;

  /** The keys that this process was given, the newest first. */
  constructor(
    private readonly schema: string,
    private readonly keys: readonly SealingKey[],
    private readonly columns: readonly SealedColumn[],
  ) {}

  /** The keys of this process, the newest first. */
  get keyIds(): readonly string[] {
    return this.keys.map(({ keyId }) => keyId);
  }

  /** Those that gave way to the one that seals. */
  get olderKeyIds(): readonly string[] {
    return this.current ? this.keyIds.slice(this.keys.indexOf(this.current) + 1) : [];
  }

  /** Seals from now on with the newest of these keys. */
  useNewestOf(keyIds: readonly string[]): void {
    this.current = this.keys.find(({ keyId }) => keyIds.includes(keyId));
  }

  /** Whether there is a key to seal with. */
  get areReady(): boolean {
    return this.current !== undefined;
  }

  /** What is to be written of a value; plain as long as a replica may run that could not open it. */
  seal(column: SealedColumn, row: string, value: string | null): KeptValue {
    if (value === null || !this.current) return { plain: value, sealed: null };
    return { plain: null, sealed: Buffer.concat([headerOf(this.current.keyId), this.current.seal(value, this.placeOf(column, row))]) };
  }

  /** The value that was written; throws where it does not open. */
  open(column: SealedColumn, row: string, kept: KeptValue): string | null {
    const value = this.tryToOpen(column, row, kept);
    if (value === undefined) throw new Error(`A value of ${column.table}.${column.column} does not open: it was changed or moved, or its key is missing.`);
    return value;
  }

  /** Undefined where the value was changed, moved to another row, or sealed with a key that this process was not given. */
  tryToOpen(column: SealedColumn, row: string, { plain, sealed }: KeptValue): string | null | undefined {
    if (plain !== null || sealed === null) return plain;
    const header = sealed.subarray(0, HEADER_BYTES);
    const key = this.keys.find(({ keyId }) => headerOf(keyId).equals(header));
    return key?.unseal(sealed.subarray(HEADER_BYTES), this.placeOf(column, row));
  }

  /** A whole row as JSON has it, opened; a column that was left out of it stays out. */
  openRow(table: string, row: Readonly<Record<string, unknown>>): Record<string, unknown> {
    const opened = { ...row };
    for (const column of this.columns.filter((one) => one.table === table)) {
      const sealed = hexOf(row[`sealed_${column.column}`]);
      delete opened[`sealed_${column.column}`];
      if (sealed && column.column in row) opened[column.column] ??= this.open(column, String(row[column.row.column]), { plain: null, sealed });
    }
    return opened;
  }

  private placeOf({ table, column }: SealedColumn, row: string): string {
    return JSON.stringify([this.schema, table, column, row]);
  }
}

/** Bytes, as JSON of Postgres has them. */
function hexOf(value: unknown): Buffer | undefined {
  return typeof value === 'string' ? Buffer.from(value.slice('\\x'.length), 'hex') : undefined;
}

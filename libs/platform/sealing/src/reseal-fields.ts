import { ConfigError } from '@bookable/platform-config';
import type { Database } from '@bookable/platform-database';
import type { Logger } from '@bookable/platform-logging';
import type { FieldSeals } from './field-seals';
import type { SealedColumn } from './sealed-column';
import type { NewSeal, SealingStore, StaleValue } from './sealing.store';

interface Batch {
  readonly rows: readonly StaleValue[];
  readonly unopened: number;
}

/** Seals what lies plain, and what older keys have sealed, with the key that seals now. */
export class ResealFields {
  private spareKeys = '';

  constructor(
    private readonly database: Database,
    private readonly store: SealingStore,
    private readonly seals: FieldSeals,
    private readonly columns: readonly SealedColumn[],
    private readonly logger: Logger,
  ) {}

  /** Makes the keys of this process known. Refuses, by the name of the variable, where something could not be opened any more. */
  async begin(variable: string): Promise<void> {
    const missing = await this.missingKeys();
    if (missing.length > 0) throw new ConfigError([{ variable, message: `must still name the key ${missing.join(' and ')}: some values are sealed with it` }]);
    await this.store.register(this.seals.keyIds);
    await this.lookWhichKeySeals();
  }

  /** Goes once through all that is stale, a batch to a transaction; whoever dies over one leaves it to the next round. */
  async execute(): Promise<void> {
    await this.lookWhichKeySeals();
    const missing = await this.missingKeys();
    let unopened = 0;
    for (const column of this.seals.areReady ? this.columns : []) unopened += await this.resealColumn(column);
    if (missing.length + unopened > 0) throw new Error(`${unopened} values do not open in their rows; keys that are missing: ${missing.join(', ') || 'none'}.`);
    await this.tellSpareKeys();
  }

  private async resealColumn(column: SealedColumn): Promise<number> {
    let unopened = 0;
    let after: string | null = null;
    do {
      const batch: Batch = await this.resealBatch(column, after);
      unopened += batch.unopened;
      after = batch.rows.at(-1)?.row ?? null;
    } while (after !== null);
    return unopened;
  }

  private resealBatch(column: SealedColumn, after: string | null): Promise<Batch> {
    return this.database.transaction(async (tx) => {
      const rows = await this.store.lockStale(tx, column, this.seals.olderKeyIds, after);
      const resealed = rows.flatMap((stale) => this.resealed(column, stale));
      if (resealed.length > 0) await this.store.reseal(tx, column, resealed);
      return { rows, unopened: rows.length - resealed.length };
    });
  }

  /** A value that does not open stays as it is, for people to look into: nobody can seal it anew. */
  private resealed(column: SealedColumn, { row, ...kept }: StaleValue): NewSeal[] {
    const value = this.seals.tryToOpen(column, row, kept);
    const { sealed } = this.seals.seal(column, row, value ?? null);
    return sealed ? [{ row, sealed }] : [];
  }

  /** Says once that older keys may be taken out of the configuration. */
  private async tellSpareKeys(): Promise<void> {
    const older = this.seals.olderKeyIds;
    const spare = (await this.store.inUse(older)).length > 0 ? '' : older.join();
    if (spare !== '' && spare !== this.spareKeys) this.logger.info('Nothing is sealed with the older keys any more: they may be taken out of the configuration.', { keyIds: older });
    this.spareKeys = spare;
  }

  private async lookWhichKeySeals(): Promise<void> {
    const known = await this.store.known();
    this.seals.useNewestOf(known.flatMap(({ id, seals }) => (seals ? [id] : [])));
  }

  private async missingKeys(): Promise<string[]> {
    const known = await this.store.known();
    return this.store.inUse(known.map(({ id }) => id).filter((id) => !this.seals.keyIds.includes(id)));
  }
}

import { Database, schemaOf } from '@bookable/platform-database';
import { Logger } from '@bookable/platform-logging';
import { type DynamicModule, Module } from '@nestjs/common';
import { FieldSeals } from './field-seals';
import { keptSecret } from './kept-secret';
import { ResealFields } from './reseal-fields';
import { ResealFieldsSchedule } from './reseal-fields.schedule';
import type { SealedColumn } from './sealed-column';
import { SealingKey } from './sealing-key';
import { SealingStore } from './sealing.store';

/** What a service seals, and with what. */
export interface SealingOptions {
  readonly service: string;
  readonly columns: readonly SealedColumn[];
  /** The newest first; none where this machine makes one of its own. */
  readonly secrets: readonly string[];
  /** The variable that names them. */
  readonly variable: string;
  /** Where a secret of this machine's own is kept. */
  readonly secretFile: string;
}

/**
 * Gives a service `FieldSeals`, and seals anew in the background what lies plain or is sealed with an older key. The table
 * `sealing_key` is among its migrations. The service does not start where values lie there that it has no key for.
 */
@Module({})
export class SealingModule {
  static register({ service, columns, secrets, variable, secretFile }: SealingOptions): DynamicModule {
    const seals = {
      provide: FieldSeals,
      useFactory: () => {
        const given = secrets.length > 0 ? secrets : [keptSecret(secretFile)];
        return new FieldSeals(schemaOf(service), given.map((secret) => new SealingKey(service, secret)), columns);
      },
    };
    const reseal = {
      provide: ResealFields,
      useFactory: async (database: Database, fieldSeals: FieldSeals, logger: Logger) => {
        const work = new ResealFields(database, new SealingStore(database, columns), fieldSeals, columns, logger);
        await work.begin(variable);
        return work;
      },
      inject: [Database, FieldSeals, Logger],
    };
    return { module: SealingModule, global: true, providers: [seals, reseal, ResealFieldsSchedule], exports: [FieldSeals] };
  }
}

import { Database } from '@bookable/platform-database';
import { FieldSeals } from '@bookable/platform-sealing';
import { type DynamicModule, Module } from '@nestjs/common';
import { BackgroundWork } from './background-work';
import { DeadLetterDesk } from './dead-letter-desk';
import { DecisionsOnLetters } from './decisions-on-letters';
import { Erasure } from './erasure';
import { JobLedger } from './job-ledger';
import { OperatedService } from './operated-service';
import { operationsRpcOf } from './operations.rpc';
import { PersonalData } from './personal-data';
import { personalDataRpcOf } from './personal-data.rpc';
import type { PersonalTables } from './personal-tables';
import { ReadAuditLog } from './read-audit-log';

/**
 * Lets administrators look after a service: its outbox, dead letters, jobs and audit log. Needs the bus, the database and
 * the platform of that service in the same app. And lets people have what the service keeps of them, and be forgotten, by the tables it names.
 */
@Module({})
export class OperationsModule {
  static register(service: string, personal: PersonalTables): DynamicModule {
    return {
      module: OperationsModule,
      controllers: [operationsRpcOf(service), personalDataRpcOf(service)],
      providers: [
        { provide: OperatedService, useValue: new OperatedService(service) },
        {
          provide: PersonalData,
          useFactory: (database: Database, seals?: FieldSeals) => new PersonalData(database, personal, seals),
          inject: [Database, { token: FieldSeals, optional: true }],
        },
        { provide: Erasure, useFactory: (database: Database) => new Erasure(database, personal), inject: [Database] },
        JobLedger, BackgroundWork, DeadLetterDesk, DecisionsOnLetters, ReadAuditLog,
      ],
    };
  }
}

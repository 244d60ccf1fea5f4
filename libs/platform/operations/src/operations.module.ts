import { type DynamicModule, Module } from '@nestjs/common';
import { BackgroundWork } from './background-work';
import { DeadLetterDesk } from './dead-letter-desk';
import { DecisionsOnLetters } from './decisions-on-letters';
import { JobLedger } from './job-ledger';
import { OperatedService } from './operated-service';
import { operationsRpcOf } from './operations.rpc';
import { ReadAuditLog } from './read-audit-log';

/**
 * Lets administrators look after a service: its outbox, dead letters, jobs and audit log. Needs the bus, the database and
 * the platform of that service in the same app.
 */
@Module({})
export class OperationsModule {
  static register(service: string): DynamicModule {
    return {
      module: OperationsModule,
      controllers: [operationsRpcOf(service)],
      providers: [{ provide: OperatedService, useValue: new OperatedService(service) }, JobLedger, BackgroundWork, DeadLetterDesk, DecisionsOnLetters, ReadAuditLog],
    };
  }
}

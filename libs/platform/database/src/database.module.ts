import { EventPublisher } from '@bookable/platform-bus';
import { HealthChecks, Metrics } from '@bookable/platform-health';
import { Logger } from '@bookable/platform-logging';
import { Tracing } from '@bookable/platform-tracing';
import { type DynamicModule, Injectable, Module, type OnApplicationBootstrap, type OnApplicationShutdown, type Provider } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditLog } from './audit/audit-log';
import { Database } from './database';
import type { DatabaseOptions } from './database-options';
import { reportVitals, reportingObserver } from './database-report';
import { DatabaseVitals } from './database-vitals';
import { type OpenDatabase, openDatabase } from './open-database';
import { OutboxRelay } from './outbox/outbox-relay';

/** Holds the open database of a service for as long as its Nest app lives. */
@Injectable()
export class DatabaseLifetime implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(readonly open: OpenDatabase) {}

  onApplicationBootstrap(): void {
    this.open.relay.start();
  }

  /** Requests in flight have ended by now and the bus is still there, so their facts may leave yet. */
  async onApplicationShutdown(): Promise<void> {
    await this.open.close();
  }
}

function lifetimeProvider(options: DatabaseOptions): Provider {
  return {
    provide: DatabaseLifetime,
    inject: [EventPublisher, ...[Logger, Metrics, HealthChecks, Tracing].map((token) => ({ token, optional: true }))],
    useFactory: async (publisher: EventPublisher, logger?: Logger, metrics?: Metrics, health?: HealthChecks, tracing?: Tracing) => {
      const targets = { logger, metrics, health };
      const open = await openDatabase({ ...options, tracing, observer: reportingObserver(targets, options.observer) }, publisher);
      reportVitals(options.service, open.vitals, targets);
      return new DatabaseLifetime(open);
    },
  };
}

/**
 * Gives a service its database: `Database`, `AuditLog`, TypeORM's `DataSource`, `DatabaseVitals` and `OutboxRelay`.
 * Global within that service's Nest app; needs an `EventPublisher` there, which the bus module provides.
 */
@Module({})
export class DatabaseModule {
  /** Provisions, migrates and connects before the app starts; refuses to start where any of it fails. */
  static register(options: DatabaseOptions): DynamicModule {
    const parts = [
      { provide: Database, useFactory: ({ open }: DatabaseLifetime) => open.database, inject: [DatabaseLifetime] },
      { provide: DataSource, useFactory: ({ open }: DatabaseLifetime) => open.dataSource, inject: [DatabaseLifetime] },
      { provide: DatabaseVitals, useFactory: ({ open }: DatabaseLifetime) => open.vitals, inject: [DatabaseLifetime] },
      { provide: AuditLog, useFactory: ({ open }: DatabaseLifetime) => new AuditLog(open.database), inject: [DatabaseLifetime] },
      { provide: OutboxRelay, useFactory: ({ open }: DatabaseLifetime) => open.relay, inject: [DatabaseLifetime] },
    ];
    return { module: DatabaseModule, global: true, providers: [lifetimeProvider(options), ...parts], exports: [Database, AuditLog, DataSource, DatabaseVitals, OutboxRelay] };
  }
}

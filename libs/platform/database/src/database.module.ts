import { type BeforeApplicationShutdown, type DynamicModule, Injectable, Module, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { EventPublisher } from '@bookable/platform-bus';
import { DataSource } from 'typeorm';
import { Database } from './database';
import type { DatabaseOptions } from './database-options';
import { DatabaseVitals } from './database-vitals';
import { type OpenDatabase, openDatabase } from './open-database';
import { OutboxRelay } from './outbox/outbox-relay';

/** Holds the open database of a service for as long as its Nest app lives. */
@Injectable()
export class DatabaseLifetime implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown {
  constructor(readonly open: OpenDatabase) {}

  onApplicationBootstrap(): void {
    this.open.relay.start();
  }

  /** The bus is still there at this moment: the relay's last deliveries may end well. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.open.relay.stop();
  }

  /** Requests in flight have ended by now, and with them the need for connections. */
  async onApplicationShutdown(): Promise<void> {
    await this.open.close();
  }
}

/**
 * Gives a service its database: `Database`, TypeORM's `DataSource`, `DatabaseVitals` and `OutboxRelay`.
 * Global within that service's Nest app; needs an `EventPublisher` there, which the bus module provides.
 */
@Module({})
export class DatabaseModule {
  /** Provisions, migrates and connects before the app starts; refuses to start where any of it fails. */
  static register(options: DatabaseOptions): DynamicModule {
    const lifetime = {
      provide: DatabaseLifetime,
      useFactory: async (publisher: EventPublisher) => new DatabaseLifetime(await openDatabase(options, publisher)),
      inject: [EventPublisher],
    };
    const parts = [
      { provide: Database, useFactory: ({ open }: DatabaseLifetime) => open.database, inject: [DatabaseLifetime] },
      { provide: DataSource, useFactory: ({ open }: DatabaseLifetime) => open.dataSource, inject: [DatabaseLifetime] },
      { provide: DatabaseVitals, useFactory: ({ open }: DatabaseLifetime) => open.vitals, inject: [DatabaseLifetime] },
      { provide: OutboxRelay, useFactory: ({ open }: DatabaseLifetime) => open.relay, inject: [DatabaseLifetime] },
    ];
    return { module: DatabaseModule, global: true, providers: [lifetime, ...parts], exports: [Database, DataSource, DatabaseVitals, OutboxRelay] };
  }
}

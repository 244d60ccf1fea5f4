import { type DynamicModule, Module } from '@nestjs/common';
import { Bus } from './bus';
import { BusConnection } from './bus-connection';
import { DeadLetters } from './dead-letters';
import { EventPublisher } from './event-envelope';

/** Gives every part of an application the way to call services and to tell facts, by their classes. */
@Module({})
export class BusModule {
  static register(connection: BusConnection): DynamicModule {
    const providers = [
      { provide: BusConnection, useValue: connection },
      { provide: Bus, useValue: connection.bus },
      { provide: DeadLetters, useValue: connection.deadLetters },
      { provide: EventPublisher, useValue: connection.publisher },
    ];
    return { module: BusModule, global: true, providers, exports: providers };
  }
}

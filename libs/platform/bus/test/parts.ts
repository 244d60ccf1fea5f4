import { type EventContract, type RpcContract, defineCommand, defineEvent, newId } from '@bookable/kernel';
import { Controller, type DynamicModule, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { BusConnection } from '../src/bus-connection';
import { BusModule } from '../src/bus.module';
import type { EventEnvelope } from '../src/event-envelope';
import { Consumes, ConsumesOnEveryReplica, Handles, type MessageContext } from '../src/handlers';

/** A message of whatever shape a test likes. */
export class Note {
  readonly id?: string;
  readonly text?: string;
  readonly number?: number;
}

type Work<Answer> = (message: Note, context: MessageContext) => Promise<Answer>;
type Decorate = (target: object, key: string, descriptor: TypedPropertyDescriptor<Work<void>> & TypedPropertyDescriptor<Work<unknown>>) => void;

/** What a service of a test does. */
export interface Part {
  readonly answers?: readonly (readonly [RpcContract<Note, unknown>, Work<unknown>])[];
  readonly hears?: readonly (readonly [EventContract<Note>, Work<unknown>])[];
  readonly hearsEverywhere?: readonly (readonly [EventContract<Note>, Work<unknown>])[];
}

/** A running service of a test. */
export interface RunningPart {
  close(): Promise<void>;
}

export const call = (topic: string, problems: RpcContract['problems'] = []) => defineCommand<Note, Note>({ topic, request: Note, reply: Note, problems });
export const fact = (topic: string) => defineEvent<Note>({ topic, payload: Note, aggregateId: ({ id }) => id ?? '' });

/** A fact as the outbox hands it over. */
export function envelopeOf(topic: string, payload: Note, more: Partial<EventEnvelope> = {}): EventEnvelope {
  return { messageId: newId(), topic, aggregateId: payload.id ?? 'one', occurredAt: new Date().toISOString(), requestId: newId(), payload: JSON.stringify(payload), ...more };
}

function controllerOf(method: string, work: Work<unknown>, decorate: Decorate): Type {
  class PartController {}
  Object.defineProperty(PartController.prototype, method, { configurable: true, writable: true, value: (message: Note, context: MessageContext) => work(message, context) });
  decorate(PartController.prototype, method, Object.getOwnPropertyDescriptor(PartController.prototype, method)!);
  Controller()(PartController);
  return PartController;
}

@Module({})
class PartModule {
  static of(connection: BusConnection, { answers = [], hears = [], hearsEverywhere = [] }: Part): DynamicModule {
    const controllers = [
      ...answers.map(([contract, work], index) => controllerOf(`answer${index}`, work, Handles(contract))),
      ...hears.map(([contract, work], index) => controllerOf(`hear${index}`, work, Consumes(contract) as Decorate)),
      ...hearsEverywhere.map(([contract, work], index) => controllerOf(`hearEverywhere${index}`, work, ConsumesOnEveryReplica(contract) as Decorate)),
    ];
    return { module: PartModule, imports: [BusModule.register(connection)], controllers };
  }
}

/** Starts a service of a test through Nest, as the real ones are. */
export async function startPart(connection: BusConnection, name: string, part: Part): Promise<RunningPart> {
  const app = await NestFactory.createMicroservice(PartModule.of(connection, part), { strategy: connection.server(name), logger: false, abortOnError: false });
  await app.listen();
  return app;
}

/** Starts an application with an HTTP door of its own that also hears facts, as the gateway does. */
export async function startHybrid(connection: BusConnection, name: string, part: Part): Promise<RunningPart> {
  const app = await NestFactory.create(PartModule.of(connection, part), new FastifyAdapter(), { logger: false, abortOnError: false });
  app.connectMicroservice({ strategy: connection.server(name) });
  await app.startAllMicroservices();
  await app.init();
  return app;
}

/** Something a test waits for by name, instead of for a while. */
export class Signal<Value = void> {
  readonly given: Promise<Value>;
  give: (value: Value) => void;

  constructor() {
    this.given = new Promise((resolve) => (this.give = resolve));
  }
}

/** Collects what comes, and lets a test wait until enough of it is there. */
export class Collector<Item> {
  readonly items: Item[] = [];
  private waiting: { count: number; signal: Signal }[] = [];

  add(item: Item): void {
    this.items.push(item);
    for (const { signal } of this.waiting.filter(({ count }) => count <= this.items.length)) signal.give();
  }

  async until(count: number): Promise<readonly Item[]> {
    const signal = new Signal();
    this.waiting.push({ count, signal });
    if (this.items.length >= count) signal.give();
    await signal.given;
    return this.items;
  }
}

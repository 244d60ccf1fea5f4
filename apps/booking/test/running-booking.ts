import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EventContract, type RpcContract, newId } from '@bookable/kernel';
import { InProcessBus } from '@bookable/platform-bus';
import { type Actor, runInContext } from '@bookable/platform-context';
import { HealthChecks, Metrics } from '@bookable/platform-health';
import { Logger } from '@bookable/platform-logging';
import { type Platform, type RunningService, type ServiceDefinition, startService } from '@bookable/platform-runtime';
import { type Storage, openStorage, readStorageConfig } from '@bookable/platform-storage';
import { type TestDatabase, SetClock, startTestDatabase } from '@bookable/platform-testing';
import { Pool } from 'pg';
import { bookingService } from '../src/booking.module';
import { listening } from './listening-service';
import { standInAuth } from './stand-in-auth';
import { standInCatalog } from './stand-in-catalog';
import { standInReview } from './stand-in-review';

/** What must always be true of those who wait and of where people are; whom somebody passed over may be found a moment later. */
const WAITLIST_VIEWS = ['offer_without_claim', 'claim_without_offer', 'person_in_two_places', 'guest_without_personal_time'];

/** What a caller brings along beside the request. */
export interface Caller {
  readonly userId?: string;
  readonly roles?: readonly string[];
  readonly idempotencyKey?: string;
}

/** The service on a database of its own, reached over the bus as the gateway reaches it. */
export class RunningBooking {
  readonly heard = listening.heard;
  private readonly services: RunningService[] = [];

  private constructor(
    readonly clock: SetClock,
    private readonly platform: Platform,
    private readonly database: TestDatabase,
    private readonly dataDir: string,
    private readonly operator: Pool,
    readonly storage: Storage,
    private readonly settings: Readonly<Record<string, string>>,
  ) {}

  static async start(settings: Readonly<Record<string, string>> = {}): Promise<RunningBooking> {
    const database = await startTestDatabase();
    const dataDir = await mkdtemp(join(tmpdir(), 'bookable-booking-'));
    const logger = Logger.create({ level: 'silent' });
    const metrics = Metrics.create('test', { withProcess: false });
    const bus = new InProcessBus({ observer: metrics, services: ['auth', 'booking', 'catalog', 'listening', 'review'], maxConcurrentCalls: 1_000 });
    const platform = { bus, logger, metrics, health: new HealthChecks() };
    const operator = new Pool({ connectionString: database.url, options: '-c search_path=booking,extensions,public', max: 4 });
    operator.on('error', () => undefined);
    const booking = new RunningBooking(new SetClock(), platform, database, dataDir, operator, await openStorage(readStorageConfig({ DATA_DIR: dataDir })), settings);
    for (const service of [listening.service, standInAuth, standInCatalog, standInReview, bookingService]) await booking.host(service);
    return booking;
  }

  /** The database, for whoever has to look deeper than rows. */
  get databaseUrl(): string {
    return this.database.url;
  }

  /** Starts one more replica of a service on the same database and bus. */
  async host(definition: ServiceDefinition): Promise<RunningService> {
    const env = { DATABASE_URL: this.database.url, DATA_DIR: this.dataDir, ...this.settings };
    const service = await startService(definition, env, this.platform, { clock: this.clock });
    this.services.push(service);
    return service;
  }

  ask<Request, Reply>(contract: RpcContract<Request, Reply>, request: Request, caller: Caller = {}): Promise<Reply> {
    return runInContext(contextOf(caller), () => this.platform.bus.bus.request(contract, request, { timeoutMs: 20_000 }));
  }

  /** Tells a fact as the service that owns it would. */
  async tell<Payload>(event: EventContract<Payload>, payload: Payload, messageId: string = newId()): Promise<void> {
    const envelope = { messageId, topic: event.topic, aggregateId: event.aggregateId(payload), occurredAt: new Date().toISOString(), requestId: newId() };
    await this.platform.bus.publisher.publish([{ ...envelope, payload: JSON.stringify(payload) }]);
  }

  /** Looks into the service's own schema, as an operator would. */
  async rows<Row extends object>(sql: string, params: unknown[] = []): Promise<Row[]> {
    return (await this.operator.query<Row>(sql, params)).rows;
  }

  /** What Prometheus would read. */
  async metrics(): Promise<string> {
    return (await this.platform.metrics.collect()).text;
  }

  /** Everything that the checks of this schema find wrong. */
  async faults(): Promise<object[]> {
    const views = ['overbooked', 'booking_without_claim', 'claim_without_booking', 'beside_without_claim', 'quote_that_does_not_add_up', 'booking_without_history', ...WAITLIST_VIEWS];
    const found = await Promise.all(views.map((view) => this.rows(`SELECT '${view}' AS fault, found FROM ${view} AS found`)));
    return found.flat();
  }

  async stop(): Promise<void> {
    for (const service of this.services.reverse()) await service.stop();
    await this.platform.bus.close();
    await this.operator.end();
    await this.database.stop();
    await rm(this.dataDir, { recursive: true });
  }
}

function contextOf({ userId, roles = ['renter'], idempotencyKey }: Caller) {
  const actor: Actor | undefined = userId === undefined ? undefined : { userId, roles };
  return { requestId: newId(), actor, idempotencyKey };
}

/** The code of the refusal that a call ends in; undefined where it was not refused. */
export async function refusalOf(call: Promise<unknown>): Promise<string | undefined> {
  try {
    await call;
    return undefined;
  } catch (error) {
    const { problem } = error as { readonly problem?: { readonly code: string } };
    if (!problem) throw error;
    return problem.code;
  }
}

import { AddRoom, CheckIn, CreateHotel, type ReservationView, ReserveRoom, type ReserveRoomRequest, SetRates } from '@bookable/contracts-hotel-management';
import { type EventContract, type RpcContract, addDays, newId } from '@bookable/kernel';
import { InProcessBus } from '@bookable/platform-bus';
import { type Actor, runInContext } from '@bookable/platform-context';
import type { Environment } from '@bookable/platform-config';
import { HealthChecks, Metrics } from '@bookable/platform-health';
import { Logger } from '@bookable/platform-logging';
import { type Platform, type RunningService, type ServiceDefinition, startService } from '@bookable/platform-runtime';
import { type TestDatabase, StandingClock, startTestDatabase } from '@bookable/platform-testing';
import { Pool } from 'pg';
import type { StaffRole } from '../src/domain/staff';
import { hotelManagementService } from '../src/hotel-management.module';
import { standInBooking, standInBookingService } from './stand-in-booking';
import { listeningService } from './listening-service';

/** The first day of every story: a Monday, in the morning. */
export const TODAY = '2027-03-01';
/** What the first replica seals with. */
export const SEALING_KEY = 'a sealing key of this test and of nobody else';
const MORNING = `${TODAY}T09:00:00+02:00`;

/** So many days from the first one. */
export const day = (later: number): string => addDays(TODAY, later);

/** An instant in Riga, where the hotels stand; before its summer time begins. */
export const at = (later: number, time: string): string => `${day(later)}T${time}:00+02:00`;

/** Who asks, and under which key. */
export interface Caller {
  readonly userId: string;
  readonly idempotencyKey?: string;
  /** A renter unless told. */
  readonly roles?: Actor['roles'];
}

export const somebody = (): Caller => ({ userId: newId() });

/** The whole service on a database of its own, beside a stand-in of booking, reached over the bus. */
export class RunningHotel {
  private readonly services: RunningService[] = [];
  private readonly replicas: RunningService[] = [];

  private constructor(
    readonly clock: StandingClock,
    private readonly platform: Platform,
    private readonly database: TestDatabase,
    private readonly operator: Pool,
  ) {}

  static async start(): Promise<RunningHotel> {
    const database = await startTestDatabase();
    const logger = Logger.create({ level: 'silent' });
    const bus = new InProcessBus({ services: ['booking', 'hotel-management', 'notification'], maxConcurrentCalls: 1_000 });
    const platform = { bus, logger, metrics: Metrics.create('test', { withProcess: false }), health: new HealthChecks() };
    const operator = new Pool({ connectionString: database.url, options: '-c search_path=hotel_management,extensions,public', max: 2 });
    operator.on('error', () => undefined);
    const hotel = new RunningHotel(new StandingClock(MORNING), platform, database, operator);
    for (const service of [standInBookingService, listeningService]) await hotel.host(service);
    await hotel.replica();
    return hotel;
  }

  private async host(definition: ServiceDefinition, env: Environment = {}): Promise<RunningService> {
    const all = { DATABASE_URL: this.database.url, HOTEL_MANAGEMENT_POOL_SIZE: '8', HOTEL_MANAGEMENT_SEALING_KEYS: SEALING_KEY, ...env };
    const service = await startService(definition, all, this.platform, { clock: this.clock });
    this.services.push(service);
    return service;
  }

  /** One more replica of the service, on the same database. */
  async replica(env: Environment = {}): Promise<void> {
    this.replicas.push(await this.host(hotelManagementService, env));
  }

  /** Time goes on to an instant while no replica of the service runs; then as many run as before. */
  async downUntil(instant: string): Promise<void> {
    const gone = this.replicas.splice(0);
    for (const replica of gone) {
      this.services.splice(this.services.indexOf(replica), 1);
      await replica.stop();
    }
    this.clock.set(instant);
    await Promise.all(gone.map(() => this.replica()));
  }

  ask<Request, Reply>(contract: RpcContract<Request, Reply>, request: Request, { userId, idempotencyKey, roles = ['renter'] }: Caller): Promise<Reply> {
    const actor: Actor = { userId, roles };
    return runInContext({ requestId: newId(), actor, idempotencyKey }, () => this.platform.bus.bus.request(contract, request, { timeoutMs: 20_000 }));
  }

  /** Tells a fact, as its owner's outbox would. */
  tell<Payload>(event: EventContract<Payload>, payload: NoInfer<Payload>, messageId = newId()): Promise<void> {
    const parts = { topic: event.topic, aggregateId: event.aggregateId(payload), payload: JSON.stringify(payload) };
    return this.platform.bus.publisher.publish([{ ...parts, messageId, requestId: newId(), occurredAt: this.clock.now().toISOString() }]);
  }

  /** Looks into the service's own schema, as an operator would. */
  async rows<Row extends object>(sql: string, params: unknown[] = []): Promise<Row[]> {
    return (await this.operator.query<Row>(sql, params)).rows;
  }

  /** A hotel of somebody with so many rooms of one type, in the morning of the first day. */
  async open(owner: Caller, rooms: number): Promise<House> {
    this.clock.set(MORNING);
    standInBooking.mood = 'well';
    standInBooking.takenElsewhere = 0;
    const terms = { name: 'Hotel Astoria', city: 'Riga', timeZone: 'Europe/Riga', location: { lat: 56.95, lng: 24.1 }, currency: 'EUR' };
    const { id: hotelId } = await this.ask(CreateHotel, terms, owner);
    await this.ask(SetRates, { hotelId, base: [{ category: 'standard', beds: 2, amount: 10_000 }], minibar: 1_000 }, owner);
    const roomIds: string[] = [];
    for (let number = 101; number < 101 + rooms; number += 1) {
      roomIds.push((await this.ask(AddRoom, { hotelId, number: String(number), floor: 1, category: 'standard', beds: 2, minibar: false }, owner)).id);
    }
    return new House(this, owner, hotelId, roomIds);
  }

  async stop(): Promise<void> {
    for (const service of this.services.reverse()) await service.stop();
    await this.platform.bus.close();
    await this.operator.end();
    await this.database.stop();
  }
}

/** One hotel of a story. */
export class House {
  constructor(
    private readonly hotel: RunningHotel,
    readonly owner: Caller,
    readonly id: string,
    readonly roomIds: readonly string[],
  ) {}

  /** Somebody who works here from now on. */
  async hire(role: StaffRole): Promise<Caller> {
    const caller = somebody();
    await this.hotel.rows(`INSERT INTO staff_member (id, hotel_id, user_id, role, created_at) VALUES ($1, $2, $3, $4, now())`, [newId(), this.id, caller.userId, role]);
    return caller;
  }

  reserve(from: number, to: number, more: Partial<ReserveRoomRequest> = {}, by: Caller = this.owner): Promise<ReservationView> {
    const kind = more.roomId === undefined ? ({ category: 'standard', beds: 2 } as const) : {};
    return this.hotel.ask(ReserveRoom, { hotelId: this.id, from: day(from), to: day(to), ...kind, ...more }, by);
  }

  /** What is asked of a reservation, by the owner unless told. */
  ask<Request extends { readonly hotelId: string }, Reply>(contract: RpcContract<Request, Reply>, request: Omit<Request, 'hotelId'>, by: Caller = this.owner): Promise<Reply> {
    return this.hotel.ask(contract, { ...request, hotelId: this.id } as Request, by);
  }

  /** Somebody who has come and is in their room. */
  async guest(from: number, to: number, more: Partial<ReserveRoomRequest> = {}): Promise<ReservationView> {
    const { id: reservationId } = await this.reserve(from, to, more);
    return this.ask(CheckIn, { reservationId });
  }
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

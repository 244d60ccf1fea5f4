import { GetUserFacts, GetUserFactsRequest, type UserFacts } from '@bookable/contracts-auth';
import { FindKeptMails, FindNotifications, type KeptMailView, type NotificationFacts, NotificationCreated, type NotificationView } from '@bookable/contracts-notification';
import { CreatePlatformLink, type CreatePlatformLinkRequest, type LinkView } from '@bookable/contracts-url-shortener';
import { DomainError, type EventContract, NotFound, type RpcContract, newId } from '@bookable/kernel';
import { BusModule, ConsumesOnEveryReplica, Handles, InProcessBus } from '@bookable/platform-bus';
import { type Actor, runInContext } from '@bookable/platform-context';
import { HealthChecks, Metrics } from '@bookable/platform-health';
import { Logger } from '@bookable/platform-logging';
import { type Clock, type Platform, type RunningService, type ServiceDefinition, startService } from '@bookable/platform-runtime';
import { type TestDatabase, startTestDatabase } from '@bookable/platform-testing';
import { Controller } from '@nestjs/common';
import { Client } from 'pg';
import { notificationService } from '../src/notification.module';

/** What the service seals with. */
export const SEALING_KEY = 'a sealing key of this test and of nobody else';
export const PUBLIC_URL = 'https://bookable.example';

/** People auth knows of; the service may ask. */
export const known = new Map<string, UserFacts>();
/** What was pushed, as the gateway hears it. */
export const pushed: NotificationFacts[] = [];
/** How often auth was asked. */
export const asked: string[] = [];

@Controller()
class AuthStandIn {
  @Handles(GetUserFacts)
  async find({ id = '' }: GetUserFactsRequest): Promise<UserFacts> {
    asked.push(id);
    const user = known.get(id);
    if (!user) throw new DomainError(NotFound);
    return user;
  }
}

@Controller()
class ShortenerStandIn {
  @Handles(CreatePlatformLink)
  async create({ url }: CreatePlatformLinkRequest): Promise<LinkView> {
    return { code: 'abc', shortUrl: `${PUBLIC_URL}/s/abc`, url, expiresAt: null };
  }
}

@Controller()
class GatewayStandIn {
  @ConsumesOnEveryReplica(NotificationCreated)
  async push(facts: NotificationFacts): Promise<void> {
    pushed.push(facts);
  }
}

/** What differs from the service as it usually runs. */
interface RunOptions {
  readonly hasShortener?: boolean;
  readonly clock?: Clock;
}

class StandIn {}
const standIn = (name: string, controller: new () => object): ServiceDefinition => ({
  name,
  module: (_env, { bus }) => ({ module: StandIn, imports: [BusModule.register(bus)], controllers: [controller] }),
});

/** The service as it runs, on a real database and a bus within this process, beside stand-ins for those it talks to. */
export class RunningNotification {
  private readonly services: RunningService[] = [];

  private constructor(
    private readonly database: TestDatabase,
    private readonly platform: Platform,
    private readonly sql: Client,
    private readonly clock?: Clock,
  ) {}

  static async start(env: Record<string, string> = {}, { hasShortener = true, clock }: RunOptions = {}): Promise<RunningNotification> {
    const database = await startTestDatabase();
    const platform = { bus: new InProcessBus(), logger: Logger.create({ level: 'silent' }), metrics: Metrics.create('test', { withProcess: false }), health: new HealthChecks() };
    const sql = new Client({ connectionString: database.url, options: '-c search_path=notification,extensions,public' });
    const running = new RunningNotification(database, platform, sql, clock);
    await running.host(standIn('auth', AuthStandIn));
    await running.host(standIn('gateway', GatewayStandIn));
    if (hasShortener) await running.host(standIn('url-shortener', ShortenerStandIn));
    await running.replica(env);
    await sql.connect();
    return running;
  }

  /** One more replica of the service, on the same database. */
  async replica(env: Record<string, string> = {}): Promise<RunningService> {
    return this.host(notificationService, { DATABASE_URL: this.database.url, PUBLIC_URL, NOTIFICATION_SEALING_KEYS: SEALING_KEY, ...env });
  }

  private async host(definition: ServiceDefinition, env: Record<string, string> = {}): Promise<RunningService> {
    const service = await startService(definition, env, this.platform, { clock: this.clock });
    this.services.push(service);
    return service;
  }

  ask<Request, Reply>(contract: RpcContract<Request, Reply>, request: Request, actor?: Actor): Promise<Reply> {
    return runInContext({ requestId: newId(), actor }, () => this.platform.bus.bus.request(contract, request));
  }

  /** Tells a fact, as its owner's outbox would; every time under another message id unless told. */
  tell<Payload>(event: EventContract<Payload>, payload: Payload, messageId = newId(), occurredAt = '2026-11-21T10:00:00.000Z'): Promise<void> {
    const parts = { topic: event.topic, aggregateId: event.aggregateId(payload), payload: JSON.stringify(payload) };
    return this.platform.bus.publisher.publish([{ ...parts, messageId, requestId: newId(), occurredAt }]);
  }

  async mailsTo(to: string): Promise<readonly KeptMailView[]> {
    return (await this.ask(FindKeptMails, { to })).items;
  }

  async shownTo({ id }: UserFacts): Promise<readonly NotificationView[]> {
    return (await this.ask(FindNotifications, {}, { userId: id, roles: [] })).items;
  }

  /** What Prometheus would read. */
  async metrics(): Promise<string> {
    return (await this.platform.metrics.collect()).text;
  }

  /** Looks into the service's own tables, as an operator would. */
  async rows<Row extends object>(sql: string, params: unknown[] = []): Promise<Row[]> {
    return (await this.sql.query<Row>(sql, params)).rows;
  }

  async stop(): Promise<void> {
    for (const service of this.services.reverse()) await service.stop();
    await this.platform.bus.close();
    await this.sql.end();
    await this.database.stop();
  }
}

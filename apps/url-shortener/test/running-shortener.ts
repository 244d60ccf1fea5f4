import { type RpcContract, newId } from '@bookable/kernel';
import { type EventEnvelope, InProcessBus } from '@bookable/platform-bus';
import { type Actor, runInContext } from '@bookable/platform-context';
import { HealthChecks, Metrics } from '@bookable/platform-health';
import { Logger } from '@bookable/platform-logging';
import { type Clock, type RunningService, startService } from '@bookable/platform-runtime';
import { type TestDatabase, startTestDatabase } from '@bookable/platform-testing';
import { urlShortenerService } from '../src/url-shortener.module';

export const PUBLIC_URL = 'https://bookable.example';

/** On whose behalf a call is made, and under which key. */
export interface Caller {
  readonly actor?: Actor;
  readonly idempotencyKey?: string;
}

/** The service as it runs, on a real database and a bus within this process. */
export class RunningShortener {
  private constructor(
    private readonly database: TestDatabase,
    private readonly connection: InProcessBus,
    private readonly service: RunningService,
  ) {}

  static async start(clock?: Clock): Promise<RunningShortener> {
    const database = await startTestDatabase();
    const connection = new InProcessBus();
    const platform = { bus: connection, logger: Logger.create({ level: 'silent' }), metrics: Metrics.create('test', { withProcess: false }), health: new HealthChecks() };
    const service = await startService(urlShortenerService, { DATABASE_URL: database.url, PUBLIC_URL }, platform, { clock });
    return new RunningShortener(database, connection, service);
  }

  ask<Request, Reply>(contract: RpcContract<Request, Reply>, request: Request, caller: Caller = {}): Promise<Reply> {
    return runInContext({ requestId: newId(), ...caller }, () => this.connection.bus.request(contract, request));
  }

  tell(topic: string, aggregateId: string, payload: object): Promise<void> {
    const envelope: EventEnvelope = { messageId: newId(), requestId: newId(), topic, aggregateId, occurredAt: new Date().toISOString(), payload: JSON.stringify(payload) };
    return this.connection.publisher.publish([envelope]);
  }

  async stop(): Promise<void> {
    await this.service.stop();
    await this.connection.close();
    await this.database.stop();
  }
}

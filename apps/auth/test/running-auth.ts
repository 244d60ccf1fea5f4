import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RpcContract, newId } from '@bookable/kernel';
import { InProcessBus } from '@bookable/platform-bus';
import { type Actor, runInContext } from '@bookable/platform-context';
import type { Environment } from '@bookable/platform-config';
import { HealthChecks, Metrics } from '@bookable/platform-health';
import { Logger } from '@bookable/platform-logging';
import { type Platform, type RunningService, type ServiceDefinition, startService } from '@bookable/platform-runtime';
import { SetClock, startTestDatabase, type TestDatabase } from '@bookable/platform-testing';
import { Client } from 'pg';
import { authService } from '../src/auth.module';
import { listeningService } from './heard-facts';

/** What a caller brings along beside the request. */
export interface Caller {
  readonly actor?: Actor;
  readonly idempotencyKey?: string;
}

/** The service on a database of its own, reached over the bus as the gateway reaches it. */
export class RunningAuth {
  private services: RunningService[] = [];

  private constructor(
    readonly clock: SetClock,
    readonly platform: Platform,
    readonly env: Environment,
    private readonly database: TestDatabase,
    private readonly dataDir: string,
  ) {}

  static async start(env: Environment = {}): Promise<RunningAuth> {
    const database = await startTestDatabase();
    const dataDir = await mkdtemp(join(tmpdir(), 'bookable-auth-'));
    const logger = Logger.create({ level: 'silent' });
    const bus = new InProcessBus({ services: ['auth', 'listening'] });
    const platform = { bus, logger, metrics: Metrics.create('test', { withProcess: false }), health: new HealthChecks() };
    const auth = new RunningAuth(new SetClock(), platform, { DATABASE_URL: database.url, DATA_DIR: dataDir, ...env }, database, dataDir);
    await auth.host(listeningService);
    await auth.host(authService);
    return auth;
  }

  async host(definition: ServiceDefinition, env: Environment = this.env): Promise<RunningService> {
    const service = await startService(definition, env, this.platform, { clock: this.clock });
    this.services.push(service);
    return service;
  }

  /** Stops the service and starts it anew on the same database. */
  async restart(env: Environment = {}): Promise<void> {
    const running = this.services.pop();
    await running?.stop();
    await this.host(authService, { ...this.env, ...env });
  }

  /** Stops the service, whatever was started after it, and starts it anew on the same database. */
  async restartAuth(): Promise<void> {
    const [listening, running, ...others] = this.services;
    await running?.stop();
    this.services = [listening!, await startService(authService, this.env, this.platform, { clock: this.clock }), ...others];
  }

  ask<Request, Reply>(contract: RpcContract<Request, Reply>, request: Request, { actor, idempotencyKey }: Caller = {}): Promise<Reply> {
    return runInContext({ requestId: newId(), actor, idempotencyKey }, () => this.platform.bus.bus.request(contract, request));
  }

  /** Looks into the service's own schema, as an operator would. */
  async rows<Row extends object>(sql: string, params: unknown[] = []): Promise<Row[]> {
    const client = new Client({ connectionString: this.database.url, options: '-c search_path=auth,extensions,public' });
    await client.connect();
    try {
      return (await client.query<Row>(sql, params)).rows;
    } finally {
      await client.end();
    }
  }

  async stop(): Promise<void> {
    for (const service of this.services.reverse()) await service.stop();
    await this.platform.bus.close();
    await this.database.stop();
    await rm(this.dataDir, { recursive: true });
  }
}

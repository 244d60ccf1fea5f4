import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InProcessBus } from '@bookable/platform-bus';
import { HealthChecks, Metrics } from '@bookable/platform-health';
import { Logger } from '@bookable/platform-logging';
import { startGateway, type RunningGateway } from '../src/gateway.module';
import { TestKey } from './signing';
import { StandIns } from './stand-in-services';

/** An answer, with its body read. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: () => Record<string, unknown>;
}

/** A gateway over the bus of one process, with stand-ins for the services behind it. */
export class OpenedGateway {
  readonly logs: string[] = [];
  readonly key = new TestKey();
  readonly services = new StandIns();
  readonly bus = new InProcessBus({ retryPausesMs: [] });
  folder: string;
  running: RunningGateway;

  static async open(env: Record<string, string> = {}): Promise<OpenedGateway> {
    const opened = new OpenedGateway();
    opened.services.keys = [opened.key];
    opened.folder = await mkdtemp(join(tmpdir(), 'bookable-gateway-'));
    await opened.services.start(opened.bus);
    opened.running = await opened.start(env);
    return opened;
  }

  /** One more replica on the same bus. */
  async start(env: Record<string, string> = {}): Promise<RunningGateway> {
    const logger = Logger.create({ destination: { write: (line: string) => this.logs.push(line) } });
    const health = new HealthChecks();
    const platform = { bus: this.bus, logger, metrics: Metrics.create('gateway', { withProcess: false }), health };
    const running = await startGateway({ PORT: '0', HOST: '127.0.0.1', DATA_DIR: this.folder, ...env }, platform);
    health.started();
    return running;
  }

  async call(method: string, path: string, { body, token, headers = {} }: { body?: object | string; token?: string; headers?: Record<string, string> } = {}): Promise<Answer> {
    const isRaw = body === undefined || typeof body === 'string' || body instanceof FormData || body instanceof Uint8Array;
    const response = await fetch(this.running.url + path, {
      method,
      redirect: 'manual',
      headers: { ...(isRaw ? {} : { 'content-type': 'application/json' }), ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
      body: isRaw ? (body as string | undefined) : JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: () => JSON.parse(text) as Record<string, unknown> };
  }

  async close(): Promise<void> {
    await this.running.close();
    await this.services.stop();
    await this.bus.close();
    await rm(this.folder, { recursive: true, force: true });
  }
}

import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { promisify } from 'node:util';
import { freePort } from '@bookable/platform-launch';
import { FaultCollector, TraceCollector } from '@bookable/platform-receivers';
import { Installation } from '../installation/installation';
import { PlantingDoor } from './planting-door';

/** Where something was searched for, and everything it says. */
export interface Traces {
  readonly what: string;
  readonly text: string;
}

const OPERATOR = { OPERATOR_EMAIL: 'operator@canary.example', OPERATOR_PASSWORD: 'nobody guesses what canaries sing' };
const WORD = /[^\s"',;\\]+/g;

/** A system that tells all it can to those who watch it: the lowest log, every trace, every fault. */
export class WatchedSystem {
  private constructor(
    readonly door: PlantingDoor,
    readonly traces: TraceCollector,
    private readonly faults: FaultCollector,
    private readonly form: 'standalone' | 'cluster',
    private readonly installation: Installation,
  ) {}

  static async start(form: 'standalone' | 'cluster'): Promise<WatchedSystem> {
    const [traces, faults] = await Promise.all([TraceCollector.start(), FaultCollector.start()]);
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
    const otherPlatform = `127.0.0.1:${await freePort()}`;
    // What plays the mail provider, another platform and the operator is told of them as by whoever runs journeys.
    Object.assign(process.env, OPERATOR, { OTHER_PLATFORM: otherPlatform, MAIL_EVENTS_KEY: privateKey.export({ format: 'pem', type: 'pkcs8' }) });
    const installation = await Installation.start(form, {
      ...OPERATOR,
      LOG_LEVEL: 'trace',
      OTEL_EXPORTER_OTLP_ENDPOINT: traces.url,
      SENTRY_DSN: faults.dsn,
      CALENDAR_HOSTS_ALLOWED: otherPlatform,
      SENDGRID_WEBHOOK_PUBLIC_KEY: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    });
    if (form === 'cluster') await (await installation.members()).areReady();
    return new WatchedSystem(new PlantingDoor(installation.doors[0]!.url), traces, faults, form, installation);
  }

  /** Everything that the system has let out: all logs, metrics and traces, reported faults, and the names at the broker. */
  async letOut(): Promise<readonly Traces[]> {
    return [
      { what: 'logs', text: await this.installation.log() },
      { what: 'metrics', text: (await this.metrics()).join('\n') },
      { what: 'traces', text: this.traces.bodies.join('\n') },
      { what: 'reported faults', text: this.faults.bodies.join('\n') },
      { what: 'names at the broker', text: this.form === 'cluster' ? await namesAtBroker() : '' },
    ];
  }

  /** The metrics of every process. */
  async metrics(): Promise<readonly string[]> {
    const members = this.form === 'cluster' ? (await this.installation.members()).all.map(({ port }) => `http://127.0.0.1:${port}`) : [];
    return Promise.all([this.door.url, ...members].map(async (url) => (await fetch(`${url}/metrics`)).text()));
  }

  async stop(): Promise<void> {
    await this.installation.stop();
    await Promise.all([this.traces.close(), this.faults.close()]);
  }
}

/** Where any of these stands in any of those, in words; each finding once. */
export function findings(planted: ReadonlyMap<string, string>, letOut: readonly Traces[]): readonly string[] {
  const found = letOut.flatMap(({ what, text }) => [...planted].filter(([value]) => text.includes(value)).map(([value, where]) => `${what}: what went in by ${where}: ${around(text, value)}`));
  return [...new Set(found)];
}

/** Enough of the line to see who has said it. */
function around(text: string, value: string): string {
  const at = text.indexOf(value);
  const line = text.slice(text.lastIndexOf('\n', at) + 1, text.indexOf('\n', at) === -1 ? undefined : text.indexOf('\n', at));
  const words = line.match(WORD) ?? [];
  return words.join(' ').slice(0, 600);
}

/** Queues, exchanges and what they are bound by, as the broker itself lists them. */
async function namesAtBroker(): Promise<string> {
  const run = promisify(execFile);
  const lists = await Promise.all(['list_queues', 'list_exchanges', 'list_bindings'].map((list) => run('rabbitmqctl', ['-q', list])));
  return lists.map(({ stdout }) => stdout).join('\n');
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { freePort } from '@bookable/platform-launch';
import { FaultCollector, TraceCollector } from '@bookable/platform-receivers';

const root = join(__dirname, '../../../..');

class SmallProcess {
  private readonly child: ChildProcess;
  output = '';

  constructor(env: Record<string, string>, withChannel = false) {
    const stdio = withChannel ? (['ignore', 'pipe', 'pipe', 'ipc'] as const) : (['ignore', 'pipe', 'pipe'] as const);
    this.child = spawn(process.execPath, ['-r', '@swc-node/register', join(__dirname, 'small-process.ts')], {
      cwd: root,
      env: { PATH: process.env.PATH, SWC_NODE_PROJECT: 'tsconfig.base.json', ...env },
      stdio: [...stdio],
    });
    for (const stream of [this.child.stdout, this.child.stderr]) stream?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
  }

  async says(words: string): Promise<void> {
    while (!this.output.includes(words)) {
      if (this.child.exitCode !== null) throw new Error(`It ended: ${this.output}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  disconnect(): void {
    this.child.disconnect();
  }

  async exitCode(): Promise<number | null> {
    if (this.child.exitCode === null) await once(this.child, 'exit');
    return this.child.exitCode;
  }
}

describe('a process', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('finishes and exits with 0 on %s', async (signal) => {
    const small = new SmallProcess({ BEHAVIOUR: 'steady' });
    await small.says('Ready.');
    small.kill(signal);
    expect(await small.exitCode()).toBe(0);
    expect(small.output).toContain('Stopped.');
  });

  it('ends by itself when its launcher is gone', async () => {
    const small = new SmallProcess({ BEHAVIOUR: 'steady' }, true);
    await small.says('Ready.');
    small.disconnect();
    expect(await small.exitCode()).toBe(0);
  });

  it('exits at once on the second signal, and by force when the bound is passed', async () => {
    const [asked, bounded] = [new SmallProcess({ BEHAVIOUR: 'stuck', SHUTDOWN_TIMEOUT_SECONDS: '60' }), new SmallProcess({ BEHAVIOUR: 'stuck', SHUTDOWN_TIMEOUT_SECONDS: '1' })];
    await Promise.all([asked.says('Ready.'), bounded.says('Ready.')]);
    bounded.kill('SIGTERM');
    asked.kill('SIGTERM');
    await asked.says('Stopping.');
    asked.kill('SIGTERM');
    expect([await asked.exitCode(), await bounded.exitCode()]).toEqual([130, 1]);
  });

  it.each([['throws', 'thrown by nobody'], ['rejects', 'rejected by nobody'], ['fails', 'no such luck']])('that %s tells it in its log and exits with 1', async (BEHAVIOUR, words) => {
    const small = new SmallProcess({ BEHAVIOUR });
    expect(await small.exitCode()).toBe(1);
    const fatal = small.output.split('\n').find((line) => line.includes('"level":"fatal"')) ?? '{}';
    expect(JSON.parse(fatal)).toMatchObject({ service: 'small', error: { message: words } });
  });

  it('refuses an environment that it cannot use, says what is wrong without repeating it, and exits with 78', async () => {
    const small = new SmallProcess({ BEHAVIOUR: 'canary' });
    expect(await small.exitCode()).toBe(78);
    expect(small.output).toContain('BEHAVIOUR must be one of steady, stuck');
    expect(small.output).not.toContain('canary');
  });

  it('answers for its health where it is told a port', async () => {
    const port = await freePort();
    const small = new SmallProcess({ BEHAVIOUR: 'steady', HEALTH_PORT: String(port) });
    await small.says('Ready.');
    const ready = await fetch(`http://127.0.0.1:${port}/health/ready`);
    expect([ready.status, await ready.json()]).toEqual([200, { status: 'ready', checks: { bus: 'up' } }]);
    expect(await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()).toContain('process_cpu_user_seconds_total');
    small.kill('SIGTERM');
    expect(await small.exitCode()).toBe(0);
  });

  it.each([['throws', 'thrown by nobody'], ['rejects', 'rejected by nobody'], ['fails', 'no such luck']])('that %s tells Sentry once, before it exits', async (BEHAVIOUR, words) => {
    const collector = await FaultCollector.start();
    const small = new SmallProcess({ BEHAVIOUR, SENTRY_DSN: collector.dsn, RELEASE: '1.2.3' });
    expect(await small.exitCode()).toBe(1);
    await collector.close();
    expect(collector.faults.map(({ level, release, tags, exception }) => [level, release, tags['service'], exception?.values.map(({ value }) => value)])).toEqual([['fatal', '1.2.3', 'small', [words]]]);
  });

  it('is not kept from its end by a collector of traces that never answers, and sends the last span to one that does', async () => {
    const collector = await TraceCollector.start();
    const [deaf, heard] = [`http://127.0.0.1:${await freePort()}`, collector.url].map((endpoint) => new SmallProcess({ BEHAVIOUR: 'steady', OTEL_EXPORTER_OTLP_ENDPOINT: endpoint }));
    for (const small of [deaf!, heard!]) {
      await small.says('Ready.');
      small.kill('SIGTERM');
      expect(await small.exitCode()).toBe(0);
    }
    await collector.close();
    expect(collector.spans.map(({ service, name }) => `${service}: ${name}`)).toEqual(['small: start']);
  });

  it('loads neither Sentry nor the tracing SDK where nobody takes what they send', async () => {
    const small = new SmallProcess({ BEHAVIOUR: 'steady' });
    await small.says('Ready.');
    small.kill('SIGTERM');
    await small.exitCode();
    expect(small.output).toContain('loaded: none');
  });
});

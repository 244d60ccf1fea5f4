import { type BusConnection, Handles, InProcessBus } from '@bookable/platform-bus';
import { ConfigError, type Environment, readConfig, text } from '@bookable/platform-config';
import { HealthChecks, Metrics } from '@bookable/platform-health';
import { Logger } from '@bookable/platform-logging';
import { Clock, type Platform, type ServiceDefinition, startService } from '@bookable/platform-runtime';
import { defineQuery } from '@bookable/kernel';
import { Controller, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';

class TellTimeRequest {}
class TimeView {
  at: string;
  greeting: string;
}
const TellTime = defineQuery<TellTimeRequest, TimeView>({ topic: 'clock.tell-time', request: TellTimeRequest, reply: TimeView });

abstract class Greeting {
  abstract readonly words: string;
}

@Injectable()
class Doorbell implements OnApplicationShutdown {
  static rung = 0;

  onApplicationShutdown(): void {
    Doorbell.rung += 1;
  }
}

@Controller()
class TimeRpc {
  constructor(
    private readonly clock: Clock,
    private readonly greeting: Greeting,
    private readonly logger: Logger,
    readonly metrics: Metrics,
    readonly health: HealthChecks,
  ) {}

  @Handles(TellTime)
  async tell(): Promise<TimeView> {
    this.logger.info('Somebody asked for the time.');
    return { at: this.clock.now().toISOString(), greeting: this.greeting.words };
  }
}

@Module({})
class ClockModule {}

const clockService: ServiceDefinition = {
  name: 'clock',
  module: (env) => {
    const { GREETING } = readConfig(env, { GREETING: text() });
    return { module: ClockModule, controllers: [TimeRpc], providers: [Doorbell, { provide: Greeting, useValue: { words: GREETING } }] };
  },
};

class StoppedClock extends Clock {
  override now(): Date {
    return new Date('2026-11-21T10:00:00Z');
  }
}

function platformOver(bus: BusConnection, lines: string[] = []): Platform {
  const logger = Logger.create({ destination: { write: (line) => void lines.push(line) } });
  return { bus, logger, metrics: Metrics.create('test', { withProcess: false }), health: new HealthChecks() };
}

describe('a service within a process', () => {
  const env: Environment = { GREETING: 'good day' };

  it('answers on the bus, with the clock, logger, metrics and checks of its process', async () => {
    const bus = new InProcessBus();
    const lines: string[] = [];
    const running = await startService(clockService, env, platformOver(bus, lines), { clock: new StoppedClock() });
    expect(await bus.bus.request(TellTime, {})).toEqual({ at: '2026-11-21T10:00:00.000Z', greeting: 'good day' });
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ service: 'clock', msg: 'Somebody asked for the time.' });
    await running.stop();
    await bus.close();
  });

  it('lets go of everything when it is stopped', async () => {
    const bus = new InProcessBus();
    const rungBefore = Doorbell.rung;
    const running = await startService(clockService, env, platformOver(bus));
    await running.stop();
    expect(Doorbell.rung).toBe(rungBefore + 1);
    await expect(bus.bus.request(TellTime, {}, { timeoutMs: 200 })).rejects.toMatchObject({ problem: { code: 'unavailable' } });
    await bus.close();
  });

  it('does not start in an environment that it cannot use', async () => {
    const bus = new InProcessBus();
    await expect(startService(clockService, {}, platformOver(bus))).rejects.toBeInstanceOf(ConfigError);
    await bus.close();
  });

  it('waits for a part that does not answer yet', async () => {
    const bus = new InProcessBus();
    let tries = 0;
    const late: ServiceDefinition = {
      ...clockService,
      module: (given, platform) => {
        tries += 1;
        const refuse = () => Promise.reject(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }));
        const database = { provide: 'late database', useFactory: async () => (tries < 3 ? refuse() : 'up') };
        const base = clockService.module(given, platform);
        return { ...base, providers: [...(base.providers ?? []), database] };
      },
    };
    const running = await startService(late, env, platformOver(bus), { patienceMs: 10_000 });
    expect([tries, (await bus.bus.request(TellTime, {})).greeting]).toEqual([3, 'good day']);
    await running.stop();
    await bus.close();
  });
});

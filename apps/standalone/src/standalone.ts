import { join } from 'node:path';
import { LISTENERS } from '@bookable/contracts-listeners';
import { type BusConnection, type DeadLetter, type EventEnvelope, InProcessBus } from '@bookable/platform-bus';
import type { Environment } from '@bookable/platform-config';
import type { Logger } from '@bookable/platform-logging';
import { type Clock, type Platform, type ProcessDefinition, type RunningService, connectBroker, operatorEnvironment, operatorFileIn, operatorIsKept } from '@bookable/platform-runtime';
import { StandaloneConfig } from './config';
import { openDatabase } from './database';
import { DeadLetterFile } from './dead-letter-file';
import { DemoMemory } from './demo/demo-memory';
import { loadDemo } from './demo/load-demo';
import { HOSTED_SERVICES, startHostedServices } from './hosted-services';
import { welcomeText } from './welcome';

/** The whole system in one process, with a database and a bus of its own unless the environment names others. */
export class Standalone implements ProcessDefinition {
  readonly name = 'standalone';
  readonly hasHealthDoor = false;
  /** A person reads this process's output, so it speaks up only where something is wrong, unless it is told to talk. */
  readonly defaults = { LOG_LEVEL: 'warn' };
  /** Facts given up before this start; the broker keeps its own. */
  private tryDeadLettersAgain?: () => Promise<number>;
  private doorUrl = '';

  constructor(private readonly clock?: Clock) {}

  async connect(env: Environment, platform: Omit<Platform, 'bus'>): Promise<BusConnection> {
    const config = StandaloneConfig.read(env);
    if (config.hasBroker) return connectBroker(LISTENERS)(env, platform);
    const file = new DeadLetterFile(join(config.dataFolder, 'dead-letters'));
    const { logger, metrics, tracing } = platform;
    const keeping = { onDead: (letter: DeadLetter, envelope: EventEnvelope) => file.keep(letter, envelope), onSettled: (letter: DeadLetter) => file.forget(letter) };
    const bus = new InProcessBus({ logger, observer: metrics, tracing, services: HOSTED_SERVICES, ...keeping });
    this.tryDeadLettersAgain = () => file.tryAgain((service, envelope) => bus.publisher.deliver(service, envelope));
    return bus;
  }

  /** Brings up the database first, and lets go of everything in the opposite order. */
  async start(env: Environment, platform: Platform): Promise<RunningService> {
    const config = StandaloneConfig.read(env);
    const database = await openDatabase(config);
    try {
      const operator = operatorEnvironment(env, config.dataFolder);
      const services = await startHostedServices({ ...env, ...operator, DATABASE_URL: database.url, DATA_DIR: config.dataFolder, PUBLIC_URL: config.publicUrl }, platform, this.clock);
      this.doorUrl = services.url;
      const stop = async () => {
        await services.stop();
        await database.close();
      };
      return { name: this.name, stop };
    } catch (error) {
      await database.close();
      throw error;
    }
  }

  async started(env: Environment, { logger }: Platform): Promise<void> {
    const config = StandaloneConfig.read(env);
    const tried = (await this.tryDeadLettersAgain?.()) ?? 0;
    if (tried > 0) logger.warn('Facts that had been given up were tried again.', { tried });
    const demoPassword = config.isDemo ? await this.showDemo(config, logger) : undefined;
    const operatorFile = operatorIsKept(env) ? operatorFileIn(config.dataFolder) : undefined;
    process.stdout.write(welcomeText(config, { demoPassword, operatorFile }));
  }

  /** A demo that cannot be loaded is a pity, and no reason not to serve. */
  private async showDemo(config: StandaloneConfig, logger: Logger): Promise<string | undefined> {
    const memory = new DemoMemory(join(config.dataFolder, 'demo'));
    try {
      await loadDemo(this.doorUrl, memory);
      return await memory.password();
    } catch (error) {
      logger.warn('The demo set could not be loaded whole; the next start tries again.', { error });
      return undefined;
    }
  }
}

import type { Environment } from '@bookable/platform-config';
import { NestLog } from '@bookable/platform-logging';
import { type DynamicModule, type INestMicroservice, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Clock } from './clock';
import { whenItAnswers } from './patience';
import { PlatformModule } from './platform.module';
import { type Platform, type RunningService, type ServiceDefinition, platformOf } from './service-definition';

/** What a host may set for the service it starts. */
export interface StartOptions {
  /** The machine's clock unless told. */
  readonly clock?: Clock;
  /** How long to wait for a database or broker that does not answer yet; 60 s unless told. */
  readonly patienceMs?: number;
}

@Module({})
class ServiceHost {
  static of(service: DynamicModule, platform: Platform, clock?: Clock): DynamicModule {
    return { module: ServiceHost, imports: [PlatformModule.of(platform, clock), service] };
  }
}

async function openOnBus(root: DynamicModule, { bus, logger }: Platform, name: string): Promise<INestMicroservice> {
  const app = await NestFactory.createMicroservice(root, { strategy: bus.server(name), logger: new NestLog(logger), abortOnError: false });
  try {
    await app.listen();
    return app;
  } catch (error) {
    await app.close().catch((closing: unknown) => logger.warn('A service that did not start could not be closed.', { error: closing }));
    throw error;
  }
}

/** Starts a service within this process, on the bus it is handed. Resolves once the service takes work. */
export async function startService(definition: ServiceDefinition, env: Environment, platform: Platform, options: StartOptions = {}): Promise<RunningService> {
  const { name } = definition;
  const own = platformOf(platform, name);
  return whenItAnswers(own.logger, options.patienceMs, async () => {
    const root = ServiceHost.of(definition.module(env, own), own, options.clock);
    const app = await openOnBus(root, own, name);
    return { name, stop: () => app.close() };
  });
}

import type { Environment } from '@bookable/platform-config';
import { NestLog } from '@bookable/platform-logging';
import { type DynamicModule, Module } from '@nestjs/common';
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

/** Starts a service within this process, on the bus it is handed. Resolves once the service takes work. */
export async function startService(definition: ServiceDefinition, env: Environment, platform: Platform, options: StartOptions = {}): Promise<RunningService> {
  const own = platformOf(platform, definition.name);
  const root = () => ServiceHost.of(definition.module(env, own), own, options.clock);
  return whenItAnswers(own.logger, options.patienceMs, async () => {
    const app = await NestFactory.createMicroservice(root(), {
      strategy: platform.bus.server(definition.name),
      logger: new NestLog(own.logger),
      abortOnError: false,
    });
    try {
      await app.listen();
    } catch (error) {
      await app.close().catch((closing: unknown) => own.logger.warn('A service that did not start could not be closed.', { error: closing }));
      throw error;
    }
    return { name: definition.name, stop: () => app.close() };
  });
}

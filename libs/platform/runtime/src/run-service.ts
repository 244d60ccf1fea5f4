import type { Listeners } from '@bookable/platform-bus';
import { connectBroker } from './connect-broker';
import { readProcessConfig } from './config';
import { runProcess } from './run-process';
import type { ServiceDefinition } from './service-definition';
import { startService } from './start-service';

/** Runs one service as its own process over RabbitMQ; the whole of its `main.ts`. */
export function runService(definition: ServiceDefinition, listeners: Listeners): Promise<void> {
  return runProcess({
    name: definition.name,
    connect: connectBroker(listeners),
    start: (env, platform) =>
      startService(definition, env, platform, { patienceMs: readProcessConfig(env).START_TIMEOUT_SECONDS * 1_000 }),
  });
}

import { connectBroker } from './connect-broker';
import { readProcessConfig } from './config';
import { runProcess } from './run-process';
import type { ServiceDefinition } from './service-definition';
import { startService } from './start-service';

/** Runs one service as its own process over RabbitMQ; the whole of its `main.ts`. */
export function runService(definition: ServiceDefinition): Promise<void> {
  return runProcess({
    name: definition.name,
    connect: connectBroker,
    start: (env, platform) =>
      startService(definition, env, platform, { patienceMs: readProcessConfig(env).START_TIMEOUT_SECONDS * 1_000 }),
  });
}

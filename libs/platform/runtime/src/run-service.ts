import type { Listeners } from '@bookable/platform-bus';
import { connectBroker } from './connect-broker';
import { readProcessConfig } from './config';
import { EXIT_USAGE } from './exit-codes';
import { migrateService } from './migrate-service';
import { runProcess } from './run-process';
import type { ServiceDefinition } from './service-definition';
import { startService } from './start-service';

/**
 * The whole of a service's `main.ts`: runs it as its own process over RabbitMQ, or, called with `migrate`, only brings its
 * schema to the present and ends. `migrate` with the names of migrations, with commas between them, runs no others: so a
 * backup is loaded into the schema it was taken of. Any other word is refused, so that a slip does not start a service.
 */
export async function runService(definition: ServiceDefinition, listeners: Listeners, words: readonly string[] = process.argv.slice(2)): Promise<void> {
  if (words.length === 0) return serve(definition, listeners);
  if (words.length <= 2 && words[0] === 'migrate') process.exit(await migrateService(definition, undefined, words[1]?.split(',')));
  process.stderr.write(`Call it without a word to serve, or with "migrate" and, if wished, the names of the only migrations to run.\n`);
  process.exit(EXIT_USAGE);
}

function serve(definition: ServiceDefinition, listeners: Listeners): Promise<void> {
  return runProcess({
    name: definition.name,
    connect: connectBroker(listeners),
    start: (env, platform) =>
      startService(definition, env, platform, { patienceMs: readProcessConfig(env).START_TIMEOUT_SECONDS * 1_000 }),
  });
}

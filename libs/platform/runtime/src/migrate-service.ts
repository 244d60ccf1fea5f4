import { ConfigError, type Environment } from '@bookable/platform-config';
import { Logger } from '@bookable/platform-logging';
import { processEnvironment, readProcessConfig } from './config';
import { EXIT_CONFIG } from './exit-codes';
import { whenItAnswers } from './patience';
import type { ServiceDefinition } from './service-definition';

/**
 * Brings a service's schema to the present without starting the service, and answers the exit code: 0 where it is of the
 * present now, 78 where the environment is unusable, 1 where a migration failed, which leaves nothing behind.
 */
export async function migrateService(definition: ServiceDefinition, env: Environment = processEnvironment(), only?: readonly string[]): Promise<number> {
  try {
    const { LOG_LEVEL: level, START_TIMEOUT_SECONDS: patienceSeconds } = readProcessConfig(env);
    return await migrate(definition, env, Logger.create({ level }).forService(definition.name), patienceSeconds * 1_000, only);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return EXIT_CONFIG;
  }
}

async function migrate(definition: ServiceDefinition, env: Environment, logger: Logger, patienceMs: number, only?: readonly string[]): Promise<number> {
  try {
    const migrations = await whenItAnswers(logger, patienceMs, async () => definition.migrate?.(env, only) ?? []);
    logger.info(only ? 'The schema is as it was told.' : 'The schema is of the present.', { migrations });
    return 0;
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    logger.fatal('The schema could not be brought to the present.', { error });
    return 1;
  }
}

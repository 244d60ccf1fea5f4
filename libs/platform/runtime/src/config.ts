import { type Config, type Environment, amqpUrl, integer, port, readConfig, text } from '@bookable/platform-config';
import { LOG_LEVELS } from '@bookable/platform-logging';

const specs = {
  LOG_LEVEL: text({ choices: LOG_LEVELS, default: 'info' }),
  HEALTH_PORT: port({ default: 0, desc: 'port of /health and /metrics of a service process, 0 for none' }),
  START_TIMEOUT_SECONDS: integer(1, 3_600)({ default: 60 }),
  SHUTDOWN_TIMEOUT_SECONDS: integer(1, 600)({ default: 10 }),
};

/** What every process reads, whatever it runs. */
export type ProcessConfig = Config<typeof specs>;

/** Reads what every process reads. */
export function readProcessConfig(env: Environment): ProcessConfig {
  return readConfig(env, specs);
}

/** Reads where the broker is; every process but the embedded default needs one. */
export function readBrokerUrl(env: Environment): string {
  const url = amqpUrl({ desc: 'where RabbitMQ answers', example: 'amqp://user:password@127.0.0.1:5672' });
  return readConfig(env, { RABBITMQ_URL: url }).RABBITMQ_URL;
}

/** The variables this process was started with. */
export function processEnvironment(): Environment {
  return process.env;
}

import { type Config, type Environment, amqpUrl, decimal, integer, port, readConfig, secret, text, webUrl } from '@bookable/platform-config';
import { LOG_LEVELS } from '@bookable/platform-logging';
import type { TracingOptions } from '@bookable/platform-tracing';
import { ProcessFacts } from './process-facts';

const specs = {
  LOG_LEVEL: text({ choices: LOG_LEVELS, default: 'info' }),
  RELEASE: text({ default: 'unreleased', desc: 'what the release is called that a process runs, shown to administrators', example: '2026.11.3' }),
  HEALTH_PORT: port({ default: 0, desc: 'port of /health and /metrics of a process, 0 for none' }),
  START_TIMEOUT_SECONDS: integer(1, 3_600)({ default: 60 }),
  SHUTDOWN_TIMEOUT_SECONDS: integer(1, 600)({ default: 10 }),
};

/** What every process reads, whatever it runs. */
export type ProcessConfig = Config<typeof specs>;

/** Reads what every process reads. */
export function readProcessConfig(env: Environment): ProcessConfig {
  return readConfig(env, specs);
}

const tracingSpecs = {
  OTEL_EXPORTER_OTLP_ENDPOINT: webUrl({ default: undefined, desc: 'where a collector takes traces, OTLP over HTTP; no traces without it' }),
  OTEL_EXPORTER_OTLP_HEADERS: secret({ default: undefined, desc: 'what the collector wants to be sent beside, as key=value with commas between' }),
  OTEL_TRACES_SAMPLER_ARG: decimal(0, 1)({ default: 1, desc: 'the part of the traces begun here that is recorded' }),
};

/** Where a process sends its traces; to nowhere where it is not told. */
export function readTracingConfig(env: Environment): Pick<TracingOptions, 'headers' | 'ratio'> & { readonly endpoint?: string } {
  const read = readConfig(env, tracingSpecs);
  return {
    endpoint: read.OTEL_EXPORTER_OTLP_ENDPOINT,
    headers: read.OTEL_EXPORTER_OTLP_HEADERS === undefined ? undefined : readPairs(read.OTEL_EXPORTER_OTLP_HEADERS),
    ratio: read.OTEL_TRACES_SAMPLER_ARG,
  };
}

/** Pairs as OpenTelemetry writes them: `key=value,key=value`, with values that may be percent-encoded. */
function readPairs(text: string): Record<string, string> {
  const pairs = text.split(',').map((pair) => pair.split(/=(.*)/s, 2).map((part) => decodeURIComponent(part.trim())));
  return Object.fromEntries(pairs.filter(([key]) => key !== ''));
}

const reportSpecs = {
  SENTRY_DSN: webUrl({ default: undefined, desc: 'where Sentry takes faults; they are told nobody without it' }),
  SENTRY_ENVIRONMENT: text({ default: 'production', desc: 'under what Sentry files them' }),
};

/** Where a process sends its faults; to nowhere where it is not told. */
export function readReportConfig(env: Environment): { readonly dsn?: string; readonly environment: string } {
  const { SENTRY_DSN: dsn, SENTRY_ENVIRONMENT: environment } = readConfig(env, reportSpecs);
  return { dsn, environment };
}

const brokerSpecs = {
  RABBITMQ_URL: amqpUrl({ desc: 'where RabbitMQ answers', example: 'amqp://user:password@127.0.0.1:5672' }),
  RABBITMQ_NAMESPACE: text({ default: 'bookable', desc: 'first word of every queue, for several systems on one broker' }),
};

/** What a process reads that speaks over RabbitMQ, which every process does but the embedded default. */
export type BrokerConfig = Config<typeof brokerSpecs>;

/** Reads where the broker is. */
export function readBrokerConfig(env: Environment): BrokerConfig {
  return readConfig(env, brokerSpecs);
}

const startedAt = new Date();

/** What this process says of itself. */
export function processFacts(): ProcessFacts {
  return new ProcessFacts(readProcessConfig(process.env).RELEASE, startedAt);
}

/** The variables this process was started with. */
export function processEnvironment(): Environment {
  return process.env;
}

import { type BusConnection, RabbitMqBus } from '@bookable/platform-bus';
import type { Environment } from '@bookable/platform-config';
import { readBrokerConfig, readProcessConfig } from './config';
import { whenItAnswers } from './patience';
import type { Platform } from './service-definition';

/** Connects a process to RabbitMQ, waiting for it as long as the process may take to start. */
export function connectBroker(env: Environment, { logger, metrics }: Pick<Platform, 'logger' | 'metrics'>): Promise<BusConnection> {
  const { RABBITMQ_URL: url, RABBITMQ_NAMESPACE: namespace } = readBrokerConfig(env);
  const patienceMs = readProcessConfig(env).START_TIMEOUT_SECONDS * 1_000;
  return whenItAnswers(logger, patienceMs, () => RabbitMqBus.connect({ url, namespace, logger, observer: metrics }));
}

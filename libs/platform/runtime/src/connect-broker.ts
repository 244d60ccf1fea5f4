import { type BusConnection, type Listeners, RabbitMqBus } from '@bookable/platform-bus';
import type { Environment } from '@bookable/platform-config';
import { readBrokerConfig, readProcessConfig } from './config';
import { whenItAnswers } from './patience';
import type { Platform } from './service-definition';

type Connect = (env: Environment, platform: Pick<Platform, 'logger' | 'metrics' | 'tracing'>) => Promise<BusConnection>;

/**
 * Connects a process to RabbitMQ, waiting for it as long as the process may take to start. It is told to whom facts are
 * owed, because it may tell some before those have ever started.
 */
export function connectBroker(listeners: Listeners): Connect {
  return (env, { logger, metrics, tracing }) => {
    const { RABBITMQ_URL: url, RABBITMQ_NAMESPACE: namespace } = readBrokerConfig(env);
    const patienceMs = readProcessConfig(env).START_TIMEOUT_SECONDS * 1_000;
    return whenItAnswers(logger, patienceMs, () => RabbitMqBus.connect({ url, namespace, listeners, logger, observer: metrics, tracing }));
  };
}

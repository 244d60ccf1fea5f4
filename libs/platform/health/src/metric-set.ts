import { Counter, Gauge, type Registry } from 'prom-client';
import { TimeHistogram } from './time-histogram';

const histogram = (name: string, help: string, ...labelNames: string[]) => new TimeHistogram(`bookable_${name}`, help, ['service', ...labelNames]);

const counter = (registers: Registry[], name: string, help: string, ...labelNames: string[]) =>
  new Counter({ name: `bookable_${name}`, help, labelNames: ['service', ...labelNames], registers });

const gauge = (registers: Registry[], name: string, help: string, ...labelNames: string[]) =>
  new Gauge({ name: `bookable_${name}`, help, labelNames: ['service', ...labelNames], registers });

/** Every metric the product has, made once for a registry. */
export function metricSet(registry: Registry) {
  const into = [registry];
  return {
    httpSeconds: histogram('http_request_duration_seconds', 'Time to answer an HTTP request.', 'method', 'route', 'status'),
    rpcCallSeconds: histogram('rpc_call_duration_seconds', 'Time until the answer of another service.', 'topic', 'outcome'),
    rpcServeSeconds: histogram('rpc_serve_duration_seconds', 'Time to answer a call of another service.', 'topic', 'outcome'),
    eventHandleSeconds: histogram('event_handle_duration_seconds', 'Time to apply a fact.', 'topic', 'outcome'),
    refusals: counter(into, 'refusals_total', 'Calls that were refused, by the code of the refusal.', 'topic', 'code'),
    deadLetters: counter(into, 'dead_letters_total', 'Facts given up after every try.', 'topic'),
    outboxRelayed: counter(into, 'outbox_relayed_total', 'Facts safe with the broker.'),
    outboxFailures: counter(into, 'outbox_failures_total', 'Times the relay could not hand on facts.'),
    outboxLagSeconds: gauge(into, 'outbox_lag_seconds', 'Age of the oldest fact of the last batch when it was relayed.'),
    outboxAgeSeconds: gauge(into, 'outbox_age_seconds', 'Age of the oldest fact that waits for the relay.'),
    outboxPending: gauge(into, 'outbox_pending', 'Facts that wait for the relay.'),
    poolConnections: gauge(into, 'database_pool_connections', 'Database connections by what they do.', 'state'),
    queueDepth: gauge(into, 'queue_depth', 'Messages that wait in a queue.', 'queue'),
    busUp: gauge(into, 'bus_up', 'Whether the broker answers, 1 or 0.'),
    busLosses: counter(into, 'bus_losses_total', 'Times the connection to the broker was lost.'),
  };
}

/** See `metricSet`. */
export type MetricSet = ReturnType<typeof metricSet>;

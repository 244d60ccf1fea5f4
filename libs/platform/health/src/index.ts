export { HealthChecks, type HealthCheck, type HealthReport } from './health-checks';
export { HealthServer } from './health-server';
export { type GaugeReading, type HttpAnswer, Metrics, type OutboxReading, type PoolUse, type QueueReading } from './metrics';
export type { TimeSeries } from './time-histogram';

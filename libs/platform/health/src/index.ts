export { HealthChecks, type HealthCheck, type HealthReport } from './health-checks';
export { HealthServer } from './health-server';
export { type HttpAnswer, Metrics, type PoolUse, type QueueReading } from './metrics';
export type { TimeSeries } from './time-histogram';

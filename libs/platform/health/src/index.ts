export { HealthChecks, type HealthCheck, type HealthReport } from './health-checks';
export { HealthServer } from './health-server';
export { type HttpAnswer, type MessageOutcome, Metrics, type PoolUse } from './metrics';

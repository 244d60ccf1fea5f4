export { aContext, aContextOf, anActor, anAdmin } from './builders';
export { KeptEvents } from './kept-events';
export { type ServiceDatabase, startServiceDatabase } from './service-database';
export { testBus } from './test-bus';
export { type TestDatabase, startTestDatabase } from './test-database';
export { type WaitOptions, waitUntil } from './wait-until';

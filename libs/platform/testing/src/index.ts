export { aContext, aContextOf, anActor, anAdmin } from './builders';
export { SetClock, StandingClock } from './clocks';
export { type ArchivedFile, dataFile, filesIn } from './data-files';
export { KeptEvents } from './kept-events';
export { type ServiceDatabase, startServiceDatabase } from './service-database';
export { testBus } from './test-bus';
export { type TestDatabase, type TestServer, startTestDatabase } from './test-database';
export { type WaitOptions, waitUntil } from './wait-until';

import { InProcessBus } from '../src/in-process/in-process-bus';
import { describeBus } from './bus-conformance';

describeBus('the bus within one process', async (options) => {
  const bus = new InProcessBus(options);
  return { join: async () => bus, end: () => bus.close() };
});

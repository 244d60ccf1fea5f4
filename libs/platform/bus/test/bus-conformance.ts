import type { CreateWorld } from './bus-world';
import { describeCalls } from './conformance/calls';
import { describeEvents } from './conformance/events';
import { describeMeasures } from './conformance/measures';
import { describeTraces } from './conformance/traces';

/** What every adapter of the bus promises. */
export function describeBus(name: string, createWorld: CreateWorld): void {
  describe(name, () => {
    describeCalls(createWorld);
    describeEvents(createWorld);
    describeMeasures(createWorld);
    describeTraces(createWorld);
  });
}

export { type CollectedFault, FaultCollector } from './fault-collector';
export { type CollectedSpan, TraceCollector } from './trace-collector';

export { openTracing } from './open-tracing';
export { OpenedTracing, Tracing } from './tracing';
export type { TracingOptions } from './tracing-options';
export { kindOfFault, recordWork } from './record-work';

import { expectSpans } from '@bookable/platform-context';
import { loadSdk } from './load-sdk';
import { OtlpTracing } from './otlp-tracing';
import type { TracingOptions } from './tracing-options';
import type { OpenedTracing } from './tracing';

/** Begins to record and to send spans. The SDK is loaded only here: a process that is not traced never has it. */
export async function openTracing(options: TracingOptions): Promise<OpenedTracing> {
  const tracing = OtlpTracing.open(await loadSdk(), options);
  expectSpans(true);
  return tracing;
}

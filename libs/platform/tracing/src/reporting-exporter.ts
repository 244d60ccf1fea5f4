import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace-base';

type Export = SpanExporter['export'];
const SUCCESS = 0;

/** Says when spans could not be delivered; the SDK itself drops them without a word. */
export class ReportingExporter implements SpanExporter {
  constructor(
    private readonly exporter: SpanExporter,
    private readonly lost: (spans: number, error: unknown) => void = () => undefined,
  ) {}

  export(spans: ReadableSpan[], done: Parameters<Export>[1]): void {
    this.exporter.export(spans, (result) => {
      if (result.code !== SUCCESS) this.lost(spans.length, result.error);
      done(result);
    });
  }

  shutdown(): Promise<void> {
    return this.exporter.shutdown();
  }

  async forceFlush(): Promise<void> {
    await this.exporter.forceFlush?.();
  }
}

/** Loads the SDK, which only a traced process needs. */
export async function loadSdk() {
  const [{ OTLPTraceExporter }, { resourceFromAttributes }, base, names] = await Promise.all([
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
    import('@opentelemetry/sdk-trace-base'),
    import('@opentelemetry/semantic-conventions'),
  ]);
  return { ...base, OTLPTraceExporter, resourceFromAttributes, names };
}

/** What `loadSdk` loads. */
export type TracingSdk = Awaited<ReturnType<typeof loadSdk>>;

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type Manifest, ROOT, ofKind } from '../manifest';

interface ScalingSpec {
  readonly metrics: readonly { readonly pods?: { readonly metric: { readonly name: string } }; readonly external?: { readonly metric: { readonly name: string } } }[];
}
interface AdapterRule {
  readonly name: { readonly as: string };
}

/** The metrics that prometheus-adapter offers, by the kind that an autoscaler asks for. */
function offeredMetrics(): { readonly pods: readonly string[]; readonly external: readonly string[] } {
  const { rules } = parse(readFileSync(join(ROOT, 'k8s/monitoring/prometheus-adapter.values.yaml'), 'utf8')) as { readonly rules: { readonly custom: AdapterRule[]; readonly external: AdapterRule[] } };
  return { pods: rules.custom.map(({ name }) => name.as), external: rules.external.map(({ name }) => name.as) };
}

/** An autoscaler decides by a metric that prometheus-adapter offers. */
export function autoscalersHaveMetrics(manifests: readonly Manifest[]): string[] {
  const offered = offeredMetrics();
  return ofKind<ScalingSpec>(manifests, 'HorizontalPodAutoscaler').flatMap(({ metadata, spec }) =>
    spec.metrics.flatMap(({ pods, external }) => [
      ...(pods && !offered.pods.includes(pods.metric.name) ? [`${metadata.name} asks for ${pods.metric.name} of pods`] : []),
      ...(external && !offered.external.includes(external.metric.name) ? [`${metadata.name} asks for ${external.metric.name} of the outside`] : []),
    ]),
  );
}

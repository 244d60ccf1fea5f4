import { type Labels, type Manifest, isSelected, ofKind, workloadsIn } from '../manifest';

interface Selecting {
  readonly selector: Labels & { readonly matchLabels?: Labels };
}
interface Scaling {
  readonly scaleTargetRef: { readonly name: string };
}

const labelsAskedBy = ({ selector }: Selecting): Labels => selector.matchLabels ?? selector;

/** Services, disruption budgets and monitors select pods that there are; autoscalers scale deployments that there are. */
export function referencesLead(manifests: readonly Manifest[]): string[] {
  const pods = workloadsIn(manifests).map(({ spec }) => spec.template.metadata.labels);
  const selecting = ['Service', 'PodDisruptionBudget', 'PodMonitor', 'Deployment'].flatMap((kind) => ofKind<Selecting>(manifests, kind));
  const deployments = new Set(ofKind(manifests, 'Deployment').map(({ metadata }) => metadata.name));
  return [
    ...selecting.filter(({ spec }) => !pods.some((labels) => isSelected(labels, labelsAskedBy(spec)))).map(({ kind, metadata }) => `${kind} ${metadata.name} selects nothing`),
    ...ofKind<Scaling>(manifests, 'HorizontalPodAutoscaler').filter(({ spec }) => !deployments.has(spec.scaleTargetRef.name)).map(({ metadata }) => `HorizontalPodAutoscaler ${metadata.name} scales nothing`),
  ];
}

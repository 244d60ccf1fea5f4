import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';

export const ROOT = join(__dirname, '../..');
/** What `npm run k8s` renders; each whole is the roll-out and the migration before it. */
export const OVERLAYS = ['production', 'single-node'] as const;

/** One variable of a container, as Kubernetes has it. */
export interface Variable {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: { readonly secretKeyRef?: KeyReference; readonly configMapKeyRef?: KeyReference };
}

interface KeyReference {
  readonly name: string;
  readonly key: string;
  readonly optional?: boolean;
}

export interface Container {
  readonly name: string;
  readonly image: string;
  readonly env?: readonly Variable[];
  readonly ports?: readonly { readonly name: string; readonly containerPort: number }[];
  readonly resources?: { readonly requests?: Labels; readonly limits?: Labels };
  readonly securityContext?: Readonly<Record<string, unknown>>;
  readonly [probe: `${string}Probe`]: { readonly httpGet?: { readonly path: string; readonly port: string | number } } | undefined;
}

export type Labels = Readonly<Record<string, string>>;

export interface PodTemplate {
  readonly metadata: { readonly labels: Labels };
  readonly spec: { readonly containers: readonly Container[]; readonly securityContext?: Readonly<Record<string, unknown>> };
}

/** A Kubernetes object, as far as the rules look at it; each rule knows the kinds it asks for. */
export interface Manifest<Spec = Readonly<Record<string, unknown>>> {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string; readonly labels?: Labels };
  readonly spec: Spec;
  readonly data?: Labels;
}

/** Whatever runs pods of ours. */
export type Workload = Manifest<{ readonly template: PodTemplate }>;

/** The apps that an installation runs as processes of their own. */
export const SERVICE_APPS: readonly string[] = readdirSync(join(ROOT, 'apps')).filter((app) => app !== 'standalone' && existsSync(join(ROOT, 'apps', app, 'src/main.ts')));

/** Everything that an overlay sends to the cluster, the migration included. */
export function readOverlay(overlay: (typeof OVERLAYS)[number]): Manifest[] {
  return [`${overlay}.yaml`, `${overlay}-migration.yaml`].flatMap((file) =>
    parseAllDocuments(readFileSync(join(ROOT, 'k8s/rendered', file), 'utf8')).map((document) => document.toJS() as Manifest),
  );
}

/** The objects of one kind. */
export function ofKind<Spec>(manifests: readonly Manifest[], kind: string): Manifest<Spec>[] {
  return manifests.filter((manifest) => manifest.kind === kind) as unknown as Manifest<Spec>[];
}

/** The deployments and jobs. */
export function workloadsIn(manifests: readonly Manifest[]): Workload[] {
  return ['Deployment', 'Job'].flatMap((kind) => ofKind<Workload['spec']>(manifests, kind));
}

/** Which app an image of ours holds: the last word of its name. */
export function appOf(image: string): string {
  return (image.split('/').at(-1) ?? '').split(':')[0] ?? '';
}

/** Whether labels are all that a selector asks for. */
export function isSelected(labels: Labels, selector: Labels): boolean {
  return Object.entries(selector).every(([name, value]) => labels[name] === value);
}

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Labels, type Manifest, ROOT, isSelected, ofKind, workloadsIn } from '../manifest';

interface Selector {
  readonly matchLabels?: Labels;
}
interface Peer {
  readonly podSelector?: Selector;
  readonly namespaceSelector?: Selector;
  readonly ipBlock?: unknown;
}
interface PolicySpec {
  readonly podSelector: Selector;
  readonly policyTypes: readonly string[];
  readonly ingress?: readonly { readonly from?: readonly Peer[]; readonly ports?: readonly { readonly port: string | number }[] }[];
  readonly egress?: readonly { readonly to?: readonly Peer[] }[];
}
interface IngressSpec {
  readonly rules: readonly { readonly http: { readonly paths: readonly { readonly path: string; readonly pathType: string; readonly backend: { readonly service: { readonly name: string } } }[] } }[];
}

/** What the operators label the pods with that they make for us. */
const OPERATED: Readonly<Record<string, (name: string) => Labels>> = {
  Cluster: (name) => ({ 'cnpg.io/cluster': name }),
  RabbitmqCluster: (name) => ({ 'app.kubernetes.io/name': name }),
};

function podLabels(manifests: readonly Manifest[]): Labels[] {
  const operated = manifests.flatMap(({ kind, metadata }) => (OPERATED[kind] ? [OPERATED[kind](metadata.name)] : []));
  return [...workloadsIn(manifests).map(({ spec }) => spec.template.metadata.labels), ...operated];
}

/** A policy that selects nothing protects nothing: each selector within our namespace finds pods. */
export function policiesSelectPods(manifests: readonly Manifest[]): string[] {
  const pods = podLabels(manifests);
  return ofKind<PolicySpec>(manifests, 'NetworkPolicy').flatMap(({ metadata, spec }) => {
    const peers = [...(spec.ingress ?? []).flatMap(({ from = [] }) => from), ...(spec.egress ?? []).flatMap(({ to = [] }) => to)];
    const selectors = [spec.podSelector, ...peers.filter(({ namespaceSelector }) => !namespaceSelector).flatMap(({ podSelector }) => podSelector ?? [])];
    return selectors
      .filter(({ matchLabels = {} }) => !pods.some((labels) => isSelected(labels, matchLabels)))
      .map(({ matchLabels }) => `${metadata.name} selects nothing with ${JSON.stringify(matchLabels)}`);
  });
}

/** Every pod of ours is closed both ways unless a policy opens it. */
export function nothingIsOpenByDefault(manifests: readonly Manifest[]): string[] {
  const closed = ofKind<PolicySpec>(manifests, 'NetworkPolicy').filter(({ spec }) => !spec.ingress && !spec.egress && spec.policyTypes.length === 2);
  return workloadsIn(manifests)
    .filter(({ spec }) => !closed.some(({ spec: { podSelector } }) => isSelected(spec.template.metadata.labels, podSelector.matchLabels ?? {})))
    .map(({ metadata }) => `${metadata.name} is open by default`);
}

/** People reach the gateway and nothing else: whatever else may be reached is read by Prometheus only. */
export function onlyTheGatewayIsReached(manifests: readonly Manifest[]): string[] {
  const policies = ofKind<PolicySpec>(manifests, 'NetworkPolicy');
  return workloadsIn(manifests).flatMap(({ metadata, spec }) => {
    const { labels } = spec.template.metadata;
    const doors = policies.filter(({ spec: { podSelector } }) => isSelected(labels, podSelector.matchLabels ?? {})).flatMap(({ spec: { ingress = [] } }) => ingress);
    const ports = doors.flatMap(({ ports: open }) => open?.map(({ port }) => port) ?? ['any port']);
    const allowed = metadata.name === 'gateway' ? ['public', 'health'] : ['health'];
    return ports.filter((port) => !allowed.includes(String(port))).map((port) => `${metadata.name} may be reached at ${port}`);
  });
}

/** Only these parts may speak to the outside, each because its work is there. */
export function onlySomeReachOut(manifests: readonly Manifest[]): string[] {
  const policies = ofKind<PolicySpec>(manifests, 'NetworkPolicy').filter(({ spec }) => spec.egress?.some(({ to = [] }) => to.some(({ ipBlock }) => ipBlock)));
  return workloadsIn(manifests)
    .filter(({ spec }) => policies.some(({ spec: { podSelector } }) => isSelected(spec.template.metadata.labels, podSelector.matchLabels ?? {})))
    .map(({ metadata }) => metadata.name)
    .filter((name) => !['booking', 'notification', 'gateway', 'auth', 'catalog'].includes(name))
    .map((name) => `${name} may reach the outside`);
}

/** A route outside of the documented API, as in `@Get('/s/:code')`. */
const PLAIN_ROUTE = /@(?:Get|Post|Put|Patch|Delete|All)\('(\/[^']*)'/g;

/** What the gateway answers beside its documented API, as its sources say. */
function plainRoutes(): string[] {
  const folder = join(ROOT, 'apps/gateway/src/transport');
  return readdirSync(folder).flatMap((file) => [...readFileSync(join(folder, file), 'utf8').matchAll(PLAIN_ROUTE)].map(([, path]) => path ?? ''));
}

/** Everything people use comes through the ingress, and what operators ask does not. */
export function ingressLetsPeopleIn(manifests: readonly Manifest[]): string[] {
  const paths = ofKind<IngressSpec>(manifests, 'Ingress').flatMap(({ spec }) => spec.rules.flatMap(({ http }) => http.paths));
  const isLetIn = (wanted: string) => paths.some(({ path, pathType }) => wanted === path || (pathType === 'Prefix' && wanted.startsWith(`${path.replace(/\/$/, '')}/`)));
  const documented = Object.keys((JSON.parse(readFileSync(join(ROOT, 'docs/openapi.json'), 'utf8')) as { readonly paths: object }).paths);
  const used = [...documented, ...plainRoutes(), '/socket.io/'];
  const inside = ['/metrics', '/health/live', '/health/ready', '/dev/mailbox'];
  return [
    ...used.filter((path) => !isLetIn(path) && !inside.includes(path) && !path.startsWith('/dev/')).map((path) => `${path} is kept out`),
    ...inside.filter(isLetIn).map((path) => `${path} is let in`),
    ...paths.filter(({ backend }) => backend.service.name !== 'gateway').map(({ path }) => `${path} leads past the gateway`),
  ];
}

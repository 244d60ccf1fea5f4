import { type Manifest, OVERLAYS, readOverlay } from '../manifest';
import { autoscalersHaveMetrics } from '../rules/autoscaling-rules';
import { ingressLetsPeopleIn, nothingIsOpenByDefault, onlySomeReachOut, onlyTheGatewayIsReached, policiesSelectPods } from '../rules/network-rules';
import { everySchemaIsMigrated, everyServiceIsDeployed, podsAreRestricted, resourcesAreBounded, servicesAreAskedAfter, settingsAreThere, variablesAreRead } from '../rules/pod-rules';
import { referencesLead } from '../rules/reference-rules';

type Rule = (manifests: readonly Manifest[]) => string[];
interface Plant {
  /** What is changed, by kind and name, as a path of keys; undefined takes it away. */
  readonly at: readonly [kind: string, name: string, ...path: (string | number)[]];
  readonly to?: unknown;
  readonly seen: string;
}

const CONTAINER = ['spec', 'template', 'spec', 'containers', 0] as const;

const RULES: readonly (readonly [string, Rule, readonly Plant[]])[] = [
  ['deploys every service', everyServiceIsDeployed, [
    { at: ['Deployment', 'review', 'metadata', 'name'], to: 'reviews', seen: 'review has no deployment' },
    { at: ['Deployment', 'auth', ...CONTAINER, 'image'], to: 'registry.example/bookable/catalog:1', seen: 'auth runs catalog' },
  ]],
  ['migrates every schema first', everySchemaIsMigrated, [{ at: ['Job', 'bookable-migrate', ...CONTAINER, 'image'], to: 'bookable/gateway', seen: 'auth is not migrated' }]],
  ['keeps every container from doing harm', podsAreRestricted, [
    { at: ['Deployment', 'auth', 'spec', 'template', 'spec', 'securityContext', 'runAsUser'], to: 0, seen: 'auth/service may be root' },
    { at: ['Deployment', 'auth', 'spec', 'template', 'spec', 'securityContext', 'seccompProfile'], seen: 'auth/service has no seccomp profile' },
    { at: ['Job', 'bookable-migrate', ...CONTAINER, 'securityContext', 'readOnlyRootFilesystem'], to: false, seen: 'bookable-migrate/auth may write to its root' },
    { at: ['Deployment', 'gateway', ...CONTAINER, 'securityContext', 'allowPrivilegeEscalation'], seen: 'gateway/service may gain privileges' },
    { at: ['Deployment', 'gateway', ...CONTAINER, 'securityContext', 'capabilities', 'drop'], to: [], seen: 'gateway/service keeps capabilities' },
  ]],
  ['asks after every service', servicesAreAskedAfter, [
    { at: ['Deployment', 'booking', ...CONTAINER, 'livenessProbe'], seen: 'booking/service has no livenessProbe' },
    { at: ['Deployment', 'booking', ...CONTAINER, 'readinessProbe', 'httpGet', 'port'], to: 'public', seen: 'booking/service has no port public for its readinessProbe' },
  ]],
  ['bounds what everything takes', resourcesAreBounded, [
    { at: ['Deployment', 'catalog', ...CONTAINER, 'resources', 'limits', 'memory'], seen: 'catalog/service has no limit of memory' },
    { at: ['Deployment', 'catalog', ...CONTAINER, 'resources', 'requests'], seen: 'catalog/service requests no cpu' },
  ]],
  ['sets what is read, and refers to secrets', variablesAreRead, [
    { at: ['Deployment', 'review', ...CONTAINER, 'env', 0, 'name'], to: 'PUBLIC_URL', seen: 'review/service sets PUBLIC_URL, which nobody reads' },
    { at: ['Deployment', 'review', ...CONTAINER, 'env', 0], to: { name: 'DATABASE_URL', value: 'postgres://me:secret@here/db' }, seen: 'review/service has DATABASE_URL written down' },
  ]],
  ['has the settings that are taken', settingsAreThere, [{ at: ['ConfigMap', '*', 'data', 'LOG_LEVEL'], seen: 'auth/service takes LOG_LEVEL from' }]],
  ['selects real pods by its policies', policiesSelectPods, [
    { at: ['NetworkPolicy', 'services-reach-the-broker', 'spec', 'egress', 0, 'to', 0, 'podSelector', 'matchLabels'], to: { 'app.kubernetes.io/name': 'rabbitmq' }, seen: 'services-reach-the-broker selects nothing' },
    { at: ['NetworkPolicy', 'people-reach-the-gateway', 'spec', 'podSelector', 'matchLabels'], to: { app: 'gateway' }, seen: 'people-reach-the-gateway selects nothing' },
  ]],
  ['closes what nobody opened', nothingIsOpenByDefault, [
    { at: ['NetworkPolicy', 'nothing-by-default', 'spec', 'podSelector', 'matchLabels'], to: { 'app.kubernetes.io/name': 'gateway' }, seen: 'auth is open by default' },
  ]],
  ['lets people reach the gateway only', onlyTheGatewayIsReached, [
    { at: ['NetworkPolicy', 'people-reach-the-gateway', 'spec', 'podSelector', 'matchLabels'], to: { 'app.kubernetes.io/part-of': 'bookable' }, seen: 'auth may be reached at public' },
  ]],
  ['lets out only whose work is outside', onlySomeReachOut, [{ at: ['NetworkPolicy', 'booking-reads-calendars', 'spec', 'podSelector', 'matchLabels'], to: { 'bookable/database': 'yes' }, seen: 'review may reach the outside' }]],
  ['lets in what people use, and nothing of the operators', ingressLetsPeopleIn, [
    { at: ['Ingress', 'gateway', 'spec', 'rules', 0, 'http', 'paths', 0, 'path'], to: '/ap', seen: 'is kept out' },
    { at: ['Ingress', 'gateway', 'spec', 'rules', 0, 'http', 'paths', 2, 'path'], to: '/mediums', seen: '/media/* is kept out' },
    { at: ['Ingress', 'gateway', 'spec', 'rules', 0, 'http', 'paths', 0, 'path'], to: '/', seen: '/metrics is let in' },
    { at: ['Ingress', 'gateway', 'spec', 'rules', 0, 'http', 'paths', 0, 'backend', 'service', 'name'], to: 'auth', seen: '/api leads past the gateway' },
  ]],
  ['scales by what is measured', autoscalersHaveMetrics, [
    { at: ['HorizontalPodAutoscaler', 'booking', 'spec', 'metrics', 0, 'pods', 'metric', 'name'], to: 'bookable_latency', seen: 'booking asks for bookable_latency of pods' },
  ]],
  ['refers to what there is', referencesLead, [{ at: ['Service', 'gateway', 'spec', 'selector'], to: { app: 'gateway' }, seen: 'Service gateway selects nothing' }]],
];

function planted(manifests: readonly Manifest[], { at: [kind, name, ...path], to }: Plant): Manifest[] {
  const copy = structuredClone(manifests) as Manifest[];
  for (const target of copy.filter((manifest) => manifest.kind === kind && (name === '*' || manifest.metadata.name === name))) {
    let here = target as unknown as Record<string | number, unknown>;
    for (const key of path.slice(0, -1)) here = here[key] as Record<string | number, unknown>;
    if (to === undefined) delete here[path.at(-1)!];
    else here[path.at(-1)!] = to;
  }
  return copy;
}

describe.each(OVERLAYS)('the %s overlay', (overlay) => {
  const manifests = readOverlay(overlay);

  it.each(RULES.map(([words, rule]) => [words, rule] as const))('%s', (_words, rule) => {
    expect(rule(manifests)).toEqual([]);
  });
});

describe('a rule turns red where it', () => {
  const manifests = readOverlay('production');
  const plants = RULES.flatMap(([words, rule, all]) => all.map((plant) => [words, plant.seen, rule, plant] as const));

  it.each(plants)('%s: %s', (_words, seen, rule, plant) => {
    expect(rule(planted(manifests, plant)).join('\n')).toContain(seen);
  });
});

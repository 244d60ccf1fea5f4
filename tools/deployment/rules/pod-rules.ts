import { type Container, type Manifest, SERVICE_APPS, type Workload, appOf, ofKind, workloadsIn } from '../manifest';
import { isSecret, variablesReadBy } from '../variables-read';

const PROBES = ['startupProbe', 'readinessProbe', 'livenessProbe'] as const;

const everyContainer = (manifests: readonly Manifest[], faultsOf: (container: Container, workload: Workload) => readonly string[]) =>
  workloadsIn(manifests).flatMap((workload) =>
    workload.spec.template.spec.containers.flatMap((container) => faultsOf(container, workload).map((fault) => `${workload.metadata.name}/${container.name} ${fault}`)),
  );

/** Every service has a deployment, and each deployment holds the service it is named after. */
export function everyServiceIsDeployed(manifests: readonly Manifest[]): string[] {
  const deployed = ofKind<Workload['spec']>(manifests, 'Deployment').map(({ metadata, spec }) => [metadata.name, appOf(spec.template.spec.containers[0]?.image ?? '')] as const);
  const missing = SERVICE_APPS.filter((app) => !deployed.some(([name]) => name === app)).map((app) => `${app} has no deployment`);
  return [...missing, ...deployed.filter(([name, app]) => name !== app).map(([name, app]) => `${name} runs ${app}`)];
}

/** Every service with a database is migrated before it is rolled out. */
export function everySchemaIsMigrated(manifests: readonly Manifest[]): string[] {
  const jobs = ofKind<Workload['spec']>(manifests, 'Job').flatMap(({ spec }) => spec.template.spec.containers.map(({ image }) => appOf(image)));
  return SERVICE_APPS.filter((app) => variablesReadBy(app).has('DATABASE_URL') && !jobs.includes(app)).map((app) => `${app} is not migrated`);
}

/** No container may become root, write to its root file system, or do what only the kernel's friends do. */
export function podsAreRestricted(manifests: readonly Manifest[]): string[] {
  return everyContainer(manifests, ({ securityContext = {} }, { spec }) => {
    const pod = spec.template.spec.securityContext ?? {};
    const { drop } = (securityContext['capabilities'] ?? {}) as { readonly drop?: readonly string[] };
    return [
      ...(pod['runAsNonRoot'] === true && Number(pod['runAsUser']) >= 10_000 ? [] : ['may be root']),
      ...((pod['seccompProfile'] as { readonly type?: string } | undefined)?.type === 'RuntimeDefault' ? [] : ['has no seccomp profile']),
      ...(securityContext['readOnlyRootFilesystem'] === true ? [] : ['may write to its root']),
      ...(securityContext['allowPrivilegeEscalation'] === false ? [] : ['may gain privileges']),
      ...(drop?.includes('ALL') ? [] : ['keeps capabilities']),
    ];
  });
}

/** Whoever serves is asked after in three ways, at a port that it has. */
export function servicesAreAskedAfter(manifests: readonly Manifest[]): string[] {
  return everyContainer(ofKind(manifests, 'Deployment'), (container) =>
    PROBES.flatMap((probe) => {
      const asked = container[probe]?.httpGet;
      if (!asked) return [`has no ${probe}`];
      return container.ports?.some(({ name }) => name === asked.port) ? [] : [`has no port ${asked.port} for its ${probe}`];
    }),
  );
}

/** A container says what it needs and how much memory it may take at most. */
export function resourcesAreBounded(manifests: readonly Manifest[]): string[] {
  return everyContainer(manifests, ({ resources: { requests = {}, limits = {} } = {} }) => [
    ...['cpu', 'memory'].filter((name) => !(name in requests)).map((name) => `requests no ${name}`),
    ...['cpu', 'memory'].filter((name) => !(name in limits)).map((name) => `has no limit of ${name}`),
  ]);
}

/** Nothing is set that its service does not read, and no secret is written down. */
export function variablesAreRead(manifests: readonly Manifest[]): string[] {
  return everyContainer(manifests, ({ image, env = [] }) => {
    const read = variablesReadBy(appOf(image));
    const unread = env.filter(({ name }) => !read.has(name)).map(({ name }) => `sets ${name}, which nobody reads`);
    return [...unread, ...env.filter(({ name, valueFrom }) => isSecret(name) && !valueFrom?.secretKeyRef).map(({ name }) => `has ${name} written down`)];
  });
}

/** What a container takes from the settings is in the settings. */
export function settingsAreThere(manifests: readonly Manifest[]): string[] {
  const maps = new Map(manifests.filter(({ kind }) => kind === 'ConfigMap').map(({ metadata, data }) => [metadata.name, data ?? {}]));
  return everyContainer(manifests, ({ env = [] }) =>
    env.flatMap(({ name, valueFrom }) => {
      const { configMapKeyRef: from } = valueFrom ?? {};
      return !from || from.optional || from.key in (maps.get(from.name) ?? {}) ? [] : [`takes ${name} from ${from.name}, which has no ${from.key}`];
    }),
  );
}

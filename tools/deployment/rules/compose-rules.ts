import type { ComposeFile, ComposeService } from '../compose-file';
import { SERVICE_APPS } from '../manifest';
import { isSecret, variablesReadBy } from '../variables-read';

const NEVER_PUBLISHED = ['postgres', 'rabbitmq', 'storage', 'counts'];
const REQUIRED = /\$\{[A-Z0-9_]+:\?/;
const OPTIONAL = /^\$\{[A-Z0-9_]+:-(?:smtp:\/\/mail:1025)?\}$/;

const ours = ({ services }: ComposeFile): [string, ComposeService][] => Object.entries(services).filter(([, service]) => service.build);

/** Every service of the system is in it, built under its own name. */
export function everyServiceIsComposed(file: ComposeFile): string[] {
  const built = ours(file);
  return [
    ...SERVICE_APPS.filter((app) => !built.some(([name]) => name === app)).map((app) => `${app} is missing`),
    ...built.filter(([name, { build }]) => build?.args.app !== name).map(([name]) => `${name} is built as another`),
  ];
}

/** What we build is not root, writes nothing but what it is given for it, and takes no more memory than it may. */
export function containersAreRestricted(file: ComposeFile): string[] {
  return ours(file).flatMap(([name, { user, read_only: readOnly, cap_drop: dropped, deploy }]) => [
    ...(Number(user?.split(':')[0]) >= 10_000 ? [] : [`${name} may be root`]),
    ...(readOnly ? [] : [`${name} may write to its root`]),
    ...(dropped?.includes('ALL') ? [] : [`${name} keeps capabilities`]),
    ...(deploy?.resources?.limits?.memory ? [] : [`${name} has no limit of memory`]),
  ]);
}

/** Nothing is set that its service does not read. */
export function composedVariablesAreRead(file: ComposeFile): string[] {
  return ours(file).flatMap(([name, { environment = {} }]) => {
    const read = variablesReadBy(name);
    return Object.keys(environment).filter((variable) => !read.has(variable)).map((variable) => `${name} is given ${variable}, which nobody reads`);
  });
}

/** A secret is asked for and never made up: without it compose refuses to start, or the part is left out. */
export function noSecretIsMadeUp(file: ComposeFile): string[] {
  return Object.entries(file.services).flatMap(([name, { environment = {} }]) =>
    Object.entries(environment)
      .filter(([variable, value]) => (isSecret(variable) || /PASS/.test(variable)) && !REQUIRED.test(String(value)) && !OPTIONAL.test(String(value)))
      .map(([variable]) => `${name} has a ${variable} of its own`),
  );
}

/** Data and broker are reached from inside only. */
export function onlyDoorsArePublished({ services, networks }: ComposeFile): string[] {
  const open = Object.entries(services).filter(([, { ports = [] }]) => ports.some((port) => !port.startsWith('127.0.0.1:')));
  return [
    ...(networks['inside']?.internal ? [] : ['the inside is open']),
    ...open.filter(([name]) => name !== 'gateway').map(([name]) => `${name} is open to the world`),
    ...NEVER_PUBLISHED.filter((name) => services[name]?.ports || services[name]?.networks.some((network) => network !== 'inside')).map((name) => `${name} is not only inside`),
  ];
}

import { type Operation, operations } from '../contract/api-document';
import { type Wording, queryOf, valueInPath } from './wording';

/** A question put to a reading operation of the API. */
export interface Probe {
  readonly name: string;
  readonly operation: Operation;
  /** Its address, once it is known which event is meant. */
  readonly address: (wording: Wording) => string;
}

/** Administrators are shown everything, and what outside production is kept of mail is everybody's. */
const NOT_ASKED = /^\/(api\/admin|dev)\//;

/** Whatever is read, but for what is served beside the API proper: health, pictures, short links. */
const readings = operations.filter(({ method, isDeclared, path }) => method === 'GET' && isDeclared && !NOT_ASKED.test(path));

/** The parameters that an operation is asked with: each by itself, and each together with the city, totals and facets where it has them. */
function wishesOf({ parameters }: Operation): (readonly string[])[] {
  const names = parameters.filter((one) => one.in === 'query' && one.name !== 'cursor').map(({ name }) => name);
  const required = parameters.filter((one) => one.in === 'query' && one.required).map(({ name }) => name);
  const narrowing = ['city', 'total', 'facets'].filter((name) => names.includes(name));
  const alone = names.map((name) => [...required, name]);
  return narrowing.length === 0 ? [required, ...alone] : [required, narrowing, ...names.map((name) => [...required, name, ...narrowing])];
}

function addressOf(operation: Operation, names: readonly string[], wording: Wording): string {
  const path = operation.path.replace(/\{(\w+)\}/g, (_match, name: string) => encodeURIComponent(valueInPath(operation.path, name, wording)));
  const query = new URLSearchParams(queryOf(operation, names, wording)).toString();
  return query === '' ? path : `${path}?${query}`;
}

/** Every reading operation, asked by everything it can be asked by. */
export const probes: readonly Probe[] = readings.flatMap((operation) => {
  const wishes = new Map(wishesOf(operation).map((names) => [[...new Set(names)].sort().join(' and '), names]));
  return [...wishes].map(([by, names]) => ({
    name: `${operation.name}${by === '' ? '' : ` by ${by}`}`, operation, address: (wording: Wording) => addressOf(operation, names, wording),
  }));
});

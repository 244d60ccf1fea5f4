import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** A JSON Schema as it stands in the document. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Who may call an operation, in the words of the route table. */
export type Access = 'anyone' | 'signed-in' | 'party' | 'owner' | 'admin';

/** A parameter of an address or a header. */
export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: JsonSchema;
}

/** One method of one address, as documented. */
export interface Operation {
  /** `PUT /api/bookings/{id}/confirm`: what tables are keyed by. */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly access: Access;
  readonly parameters: readonly Parameter[];
  /** Where a checked request stands behind the address; health, pictures and short links are served without one. */
  readonly isDeclared: boolean;
  readonly body?: { readonly mediaType: string; readonly isRequired: boolean; readonly pointer: string; readonly schema: JsonSchema };
  /** The status of success. */
  readonly status: number;
  readonly statuses: ReadonlySet<number>;
}

interface RawOperation {
  readonly 'x-access': Access;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly required?: boolean; readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>> };
  readonly responses: Readonly<Record<string, unknown>>;
}

/** The whole document. */
export interface RawDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, RawOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>>; readonly responses: Readonly<Record<string, unknown>> };
}

/** The document of the API as it is committed; a journey holds the served one against it. */
export const committedDocument = JSON.parse(readFileSync(resolve(__dirname, '../../../../docs/openapi.json'), 'utf8')) as RawDocument;

/** Every operation of the document. */
export const operations: readonly Operation[] = Object.entries(committedDocument.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, raw]) => operationOf(method, path, raw)),
);

function operationOf(method: string, path: string, raw: RawOperation): Operation {
  const statuses = Object.keys(raw.responses).filter((status) => status !== 'default').map(Number);
  return {
    name: `${method.toUpperCase()} ${path}`,
    method: method.toUpperCase(),
    path,
    access: raw['x-access'],
    parameters: raw.parameters ?? [],
    isDeclared: statuses.includes(429),
    body: bodyOf(method, path, raw),
    status: Math.min(...statuses),
    statuses: new Set(statuses),
  };
}

function bodyOf(method: string, path: string, { requestBody }: RawOperation): Operation['body'] {
  const [mediaType, content] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  if (mediaType === undefined || content === undefined) return undefined;
  const pointer = pointerTo('paths', path, method, 'requestBody', 'content', mediaType, 'schema');
  return { mediaType, isRequired: requestBody?.required ?? false, pointer, schema: content.schema };
}

/** A JSON pointer, as a fragment of an address. */
export function pointerTo(...steps: readonly string[]): string {
  return `#/${steps.map((step) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`;
}

const patterns = operations
  .map((operation) => ({ operation, pattern: new RegExp(`^${operation.path.replace(/[.]/g, '\\.').replace('{key}', '.+').replace(/\{\w+\}/g, '[^/]+')}$`) }))
  .sort((one, other) => one.operation.path.split('{').length - other.operation.path.split('{').length);

/** The operation that a request means; undefined where it means none. */
export function operationAt(method: string, path: string): Operation | undefined {
  const [bare = ''] = path.split(/[?#]/, 1);
  return patterns.find(({ operation, pattern }) => operation.method === method && pattern.test(bare))?.operation;
}

/** The operation of a name; a table that names one that does not exist is wrong. */
export function operationNamed(name: string): Operation {
  const found = operations.find((operation) => operation.name === name);
  if (!found) throw new Error(`The document has no operation "${name}".`);
  return found;
}

import type { RouteDeclaration } from '../http/route';
import { shapeOf } from '../shapes/read-shape';
import type { Property } from '../shapes/shape';
import { type RefusalBook, responsesOf } from './responses';
import type { JsonSchema } from './rule-schemas';
import type { SchemaBook } from './schema-book';
import { mayBeAbsent } from './schema-of-property';

const IDEMPOTENCY_KEY: JsonSchema = {
  name: 'Idempotency-Key',
  in: 'header',
  description: 'The same key with the same request answers the first answer again, and has no second effect.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
};

/** Says one route in OpenAPI. */
export function operationOf(route: RouteDeclaration, operationId: string, book: SchemaBook, refusals: RefusalBook): JsonSchema {
  const { access, says, method, contract } = route;
  const body = bodyOf(route, book);
  const isCommandByPost = method === 'POST' && contract.kind === 'command';
  const parameters = [...parametersOf(route, book), ...(isCommandByPost ? [IDEMPOTENCY_KEY] : [])];
  return {
    operationId,
    tags: [collectionOf(route.path)],
    summary: says,
    'x-access': access,
    security: securityOf(access),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: body } : {}),
    responses: responsesOf(route, book, refusals),
  };
}

function securityOf(access: RouteDeclaration['access']): JsonSchema[] {
  if (access === 'admin') return [{ administratorToken: [] }];
  return access === 'anyone' ? [{}, { accessToken: [] }] : [{ accessToken: [] }];
}

/** The first word of an address: what its operations are grouped by. */
export function collectionOf(path: string): string {
  return path.replace(/^\/(api\/)?/, '').split('/', 1)[0] ?? '';
}

/** The fields that the address holds, by their names in it. */
function fieldsInPath({ path, names = {} }: RouteDeclaration): Map<string, string> {
  return new Map([...path.matchAll(/:(\w+)/g)].map(([, inPath = '']) => [inPath, names[inPath] ?? inPath]));
}

function parametersOf(route: RouteDeclaration, book: SchemaBook): JsonSchema[] {
  const { properties } = shapeOf(route.contract.request as new () => object);
  const inPath = [...fieldsInPath(route)].map(([name, field]) => {
    const property = properties.get(field);
    if (!property) throw new Error(`${route.method} ${route.path}: the request has no field "${field}".`);
    return { name, in: 'path', required: true, schema: book.describeProperty(property) };
  });
  const inQuery = takesBody(route) ? [] : remaining(route).map((property) => queryParameter(property, book));
  return [...inPath, ...inQuery];
}

function queryParameter(property: Property, book: SchemaBook): JsonSchema {
  const list = property.isList ? { style: 'form', explode: false } : {};
  return { name: property.name, in: 'query', required: !mayBeAbsent(property), ...list, schema: book.describeProperty(property) };
}

function takesBody({ method }: RouteDeclaration): boolean {
  return method === 'POST' || method === 'PUT';
}

/** What is left for the body or the query, once the address and the edge have said theirs. */
function remaining(route: RouteDeclaration): Property[] {
  const { properties } = shapeOf(route.contract.request as new () => object);
  const leftOut = leftOutOf(route);
  return [...properties.values()].filter((property) => !leftOut.has(property.name));
}

function leftOutOf(route: RouteDeclaration): Set<string> {
  const { fixes = {}, supplies, upload } = route;
  return new Set([...fieldsInPath(route).values(), ...Object.keys(fixes), ...(supplies?.fields ?? []), ...(upload ? [upload.fills] : [])]);
}

function bodyOf(route: RouteDeclaration, book: SchemaBook): JsonSchema | undefined {
  const left = remaining(route);
  if (route.upload) return uploadBody(route, left, book);
  if (!takesBody(route) || left.length === 0) return undefined;
  const request = route.contract.request as new () => object;
  const schema = book.describeBody(request, { leftOut: leftOutOf(route), fixes: route.fixes ?? {} });
  return { required: left.some((property) => !mayBeAbsent(property)), content: { 'application/json': { schema } } };
}

function uploadBody({ upload }: RouteDeclaration, texts: readonly Property[], book: SchemaBook): JsonSchema {
  const file = { type: 'string', contentMediaType: 'application/octet-stream' };
  const files = (upload?.maxFiles ?? 1) > 1 ? { type: 'array', items: file, minItems: 1, maxItems: upload?.maxFiles } : file;
  const beside = Object.fromEntries(texts.map((property) => [property.name, book.describeProperty(property)]));
  const required = [upload?.field ?? '', ...texts.filter((property) => !mayBeAbsent(property)).map(({ name }) => name)];
  const schema = { type: 'object', properties: { [upload?.field ?? '']: files, ...beside }, required };
  return { required: true, content: { 'multipart/form-data': { schema } } };
}

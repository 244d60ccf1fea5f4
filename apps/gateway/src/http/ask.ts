import { DomainError, type FieldFault, Malformed } from '@bookable/kernel';
import type { FastifyRequest } from 'fastify';
import { check } from '../shapes/check-shape';
import { readTexts } from '../shapes/read-text';
import { shapeOf } from '../shapes/read-shape';
import type { Shape } from '../shapes/shape';
import { findUnkeepable } from '../shapes/well-formed';
import type { RouteDeclaration } from './route';

type Fields = Readonly<Record<string, unknown>>;

/** Makes the contract's request out of path, query, body and what the edge itself adds; refuses it naming every fault. */
export type Ask = (request: FastifyRequest) => object;

declare module 'fastify' {
  interface FastifyRequest {
    /** The checked request, once it is. */
    asked?: object;
    /** Fields that the edge adds itself: keys of stored uploads, a refresh token from a cookie. */
    supplied?: Record<string, unknown>;
  }
}

/** Prepares the checking of one route, so that a request only runs through it. */
export function prepareAsk(declaration: RouteDeclaration): Ask {
  const shape = shapeOf(declaration.contract.request as new () => object);
  const { names = {}, fixes = {}, method, supplies } = declaration;
  const fixed = Object.fromEntries(Object.entries(fixes).filter(([field]) => shape.properties.has(field)));
  const nameInPath = new Map(Object.entries(names).map(([inPath, field]) => [field, inPath]));
  const named = ({ path, message }: FieldFault): FieldFault => ({ path: nameInPath.get(path) ?? path, message });

  return (request) => {
    const fromPath = renamed(request.params as Fields, names);
    const query = request.query as Fields;
    refuseUnkeepable(fromPath, query, request.body);
    const body = bodyFields(request.body, method === 'POST' ? shape : undefined);
    const decided = { ...readTexts(shape, fromPath), ...fixed };
    const supplied = { ...request.supplied, ...supplies?.from(request) };
    const ownToEdge = [...Object.keys(supplied), ...(supplies?.fields ?? [])];
    const faults = [...strayParameters(declaration, query), ...contradictions(decided, query, body), ...intrusions(ownToEdge, query, body)];
    const { message, faults: broken } = check(shape, { ...body, ...readTexts(shape, query), ...decided, ...supplied });
    for (const fault of broken.map(named)) if (!faults.some(({ path }) => path === fault.path)) faults.push(fault);
    if (faults.length > 0) throw new DomainError(Malformed, 'Some fields are not as they should be.', { errors: faults });
    return message;
  };
}

function renamed(params: Fields, names: Readonly<Record<string, string>>): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const name of Object.keys(params)) fields[names[name] ?? name] = params[name];
  return fields;
}

/** An optional field of a new thing may be given as null; for a change, null means to clear what was there. */
function bodyFields(body: unknown, created: Shape | undefined): Fields {
  if (body === undefined || body === null) return {};
  if (typeof body !== 'object' || Array.isArray(body)) throw new DomainError(Malformed, 'The body must be a JSON object.');
  if (!created) return body as Fields;
  return Object.fromEntries(Object.entries(body).filter(([name, value]) => value !== null || created.properties.get(name)?.optional !== true));
}

/** What the path decides may be repeated in the body, as when a client sends back what it read, and never contradicted. */
function contradictions(decided: Fields, query: Fields, body: Fields): FieldFault[] {
  const faults: FieldFault[] = [];
  for (const name of Object.keys(decided)) {
    if (name in query) faults.push({ path: name, message: 'is not known here' });
    else if (name in body && body[name] !== decided[name]) faults.push({ path: name, message: 'differs from what the address says' });
  }
  return faults;
}

/** What is sent belongs into the body: addresses end up in logs and histories. Only beside files may a word stand in the query. */
function strayParameters({ method, upload }: RouteDeclaration, query: Fields): FieldFault[] {
  if (method === 'GET' || method === 'DELETE') return [];
  const stray = Object.keys(query).filter((name) => !upload?.texts?.includes(name));
  return stray.map((path) => ({ path, message: 'is not known here' }));
}

/** What only the edge may say. */
function intrusions(names: readonly string[], query: Fields, body: Fields): FieldFault[] {
  return [...new Set(names)].filter((name) => name in query || name in body).map((path) => ({ path, message: 'is not known here' }));
}

function refuseUnkeepable(...parts: readonly unknown[]): void {
  for (const part of parts) {
    const fault = findUnkeepable(part);
    if (fault) throw new DomainError(Malformed, 'Some fields are not as they should be.', { errors: [fault] });
  }
}

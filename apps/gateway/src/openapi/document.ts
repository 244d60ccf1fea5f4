import type { RouteDeclaration } from '../http/route';
import { HEADERS } from './answer-headers';
import { withBounds } from './bounds';
import { collectionOf, operationOf } from './operation';
import { PLAIN_PATHS } from './plain-paths';
import { RefusalBook } from './responses';
import type { JsonSchema } from './rule-schemas';
import { SchemaBook } from './schema-book';

const INFO = {
  title: 'Bookable',
  version: '1.0.0',
  description:
    'Apartments by the night, things by the day, workspaces by the hour, seats at events, and rooms of hotels. ' +
    'Instants are RFC 3339 with an offset, days are those of the listing, every range excludes its end, money is in minor units. ' +
    '`x-access` says who may call an operation: `anyone`, `signed-in`, `party` (of the booking), `owner` (of the thing) or `admin`.',
};

const TOKEN = { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' };
const SECURITY_SCHEMES = {
  accessToken: { ...TOKEN, description: 'From `POST /api/auth/login`; good for 15 minutes. Signed, typed, bound to issuer and audience, and verified as RFC8725 asks.' },
  administratorToken: { ...TOKEN, description: 'An access token of an account that has the role `admin`; verified as RFC8725 asks.' },
};

const PROBLEM: JsonSchema = {
  description: 'A refusal (RFC 9457). Facts of the refusal may stand beside these members.',
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'instance', 'requestId', 'code'],
  properties: {
    type: { type: 'string', format: 'uri-reference' },
    title: { type: 'string' },
    status: { type: 'integer', minimum: 400, maximum: 599 },
    detail: { type: 'string' },
    instance: { type: 'string', format: 'uri-reference' },
    requestId: { type: 'string' },
    code: { type: 'string', description: 'A stable word for programs.' },
    errors: {
      type: 'array',
      items: { type: 'object', required: ['path', 'message'], properties: { path: { type: 'string' }, message: { type: 'string' } } },
    },
  },
};

/** The OpenAPI document, made of the declared routes and the contracts behind them. Needs nothing running. */
export function documentOf(routes: readonly RouteDeclaration[]): JsonSchema {
  const book = new SchemaBook();
  const refusals = new RefusalBook();
  const operationIds = new Set<string>();
  const paths = new Map<string, Record<string, JsonSchema>>();
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    const operation = operationOf(route, operationIdOf(route, operationIds), book, refusals);
    paths.set(path, { ...paths.get(path), [route.method.toLowerCase()]: operation });
  }
  const document = {
    openapi: '3.1.0',
    info: INFO,
    servers: [{ url: '/', 'x-internal': false }],
    paths: { ...Object.fromEntries(paths), ...PLAIN_PATHS },
    components: { securitySchemes: SECURITY_SCHEMES, headers: HEADERS, responses: refusals.entries(), schemas: { Problem: PROBLEM, ...book.entries() } },
  };
  return withBounds(document);
}

/** Named after the message; where several addresses lead to one message, after its collection too. */
function operationIdOf({ contract, path }: RouteDeclaration, taken: Set<string>): string {
  const [, verb = contract.topic] = contract.topic.split('.');
  const plain = camelCase(verb);
  const operationId = taken.has(plain) ? camelCase(`${verb}-in-${collectionOf(path)}`) : plain;
  if (taken.has(operationId)) throw new Error(`Two operations are called "${operationId}".`);
  taken.add(operationId);
  return operationId;
}

function camelCase(words: string): string {
  return words.replace(/[-.](\w)/g, (_match, letter: string) => letter.toUpperCase());
}

import {
  Forbidden, IdempotencyKeyReused, Malformed, NotFound, type Problem, type RpcContract, TooManyRequests, Unauthenticated, Unavailable,
} from '@bookable/kernel';
import { Fault, TooLarge, UnsupportedMedia } from '../http/known-refusals';
import { STATUS_OF_KIND } from '../http/problem-document';
import type { RouteDeclaration } from '../http/route';
import { ANSWER_HEADERS, RETRY_AFTER } from './answer-headers';
import type { JsonSchema } from './rule-schemas';
import type { SchemaBook } from './schema-book';

/** Every answer a route may give, by its status. */
export function responsesOf(route: RouteDeclaration, book: SchemaBook, refusals: RefusalBook): Readonly<Record<string, JsonSchema>> {
  const byStatus = new Map<number, Problem[]>();
  for (const problem of problemsOf(route)) {
    const status = STATUS_OF_KIND[problem.kind];
    const known = byStatus.get(status) ?? [];
    if (!known.some(({ code }) => code === problem.code)) byStatus.set(status, [...known, problem]);
  }
  const refused = [...byStatus].sort(([one], [other]) => one - other).map(([status, problems]) => [String(status), refusals.refer(problems)]);
  const unchanged: Record<string, JsonSchema> = isTagged(route) ? { 304: { description: 'You have these bytes already.' } } : {};
  return { [route.status]: success(route, book), ...unchanged, ...(Object.fromEntries(refused) as Record<string, JsonSchema>), default: refusals.refer([Fault]) };
}

function isTagged({ method, access }: RouteDeclaration): boolean {
  return method === 'GET' && access === 'anyone';
}

/** What the edge itself refuses, and then what the service does. */
function problemsOf({ access, method, path, contract, upload }: RouteDeclaration): Problem[] {
  const hasBody = method === 'POST' || method === 'PUT';
  return [
    Malformed,
    Unauthenticated,
    ...(access === 'anyone' || access === 'signed-in' ? [] : [Forbidden]),
    ...(path.includes(':') ? [NotFound] : []),
    ...(hasBody ? [TooLarge, UnsupportedMedia] : []),
    ...(upload ? [UnsupportedMedia] : []),
    ...(method === 'POST' && contract.kind === 'command' ? [IdempotencyKeyReused] : []),
    ...contract.problems,
    TooManyRequests,
    Unavailable,
  ];
}

/** Whoever comes too often or finds nobody is told when to come again. */
function headersOf(problems: readonly Problem[]): JsonSchema {
  return problems.some(({ kind }) => [429, 503].includes(STATUS_OF_KIND[kind])) ? { ...ANSWER_HEADERS, ...RETRY_AFTER } : ANSWER_HEADERS;
}

/** Collects the refusals that operations refer to by their codes. */
export class RefusalBook {
  private readonly responses = new Map<string, JsonSchema>();

  /** Refers to the answer that any of these problems gives. */
  refer(problems: readonly Problem[]): JsonSchema {
    const name = problems.map(({ code }) => code).join('-or-');
    const description = problems.map(({ code, title }) => `\`${code}\`: ${title}`).join(' ');
    this.responses.set(name, { description, headers: headersOf(problems), content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } });
    return { $ref: `#/components/responses/${name}` };
  }

  /** Every refusal that was referred to, by name. */
  entries(): Readonly<Record<string, JsonSchema>> {
    return Object.fromEntries([...this.responses].sort(([one], [other]) => (one < other ? -1 : 1)));
  }
}

function success({ contract, alsoAs, asFile = [] }: RouteDeclaration, book: SchemaBook): JsonSchema {
  if (contract.answers === 'nothing' || !contract.reply) return { description: 'Done.', headers: ANSWER_HEADERS };
  const other = alsoAs && { [alsoAs.mediaType]: { schema: book.refer(alsoAs.contract.reply as new () => object) } };
  const files = Object.fromEntries(asFile.map((mediaType) => [mediaType, { schema: { type: 'string' } }]));
  return { description: 'Done.', headers: ANSWER_HEADERS, content: { 'application/json': { schema: schemaOfAnswer(contract.answers, book.refer(contract.reply as new () => object)) }, ...other, ...files } };
}

function schemaOfAnswer(answers: RpcContract['answers'], item: JsonSchema): JsonSchema {
  if (answers === 'list') return { type: 'array', items: item };
  if (answers !== 'page') return item;
  const properties = { items: { type: 'array', items: item }, nextCursor: { type: ['string', 'null'] } };
  return { type: 'object', properties, required: ['items', 'nextCursor'] };
}

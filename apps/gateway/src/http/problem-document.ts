import type { DomainError, ProblemKind } from '@bookable/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** The one status each kind of refusal has (api.md, Errors). */
export const STATUS_OF_KIND: Readonly<Record<ProblemKind, number>> = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  gone: 410,
  'too-large': 413,
  'unsupported-media': 415,
  'rule-broken': 422,
  'too-many': 429,
  unavailable: 503,
};

/** An RFC 9457 problem document; facts of the refusal stand beside its members. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly requestId: string;
  readonly code: string;
  readonly [fact: string]: unknown;
}

/** An address that cannot be decoded is named all the same, and must be a reference that can. */
const BARE_PERCENT = /%(?![0-9a-f]{2})/gi;

const SECONDS_UNTIL_RETRY = 2;
const KINDS_WITH_RETRY: ReadonlySet<ProblemKind> = new Set(['too-many', 'unavailable']);

/** Writes a refusal as a document for one request. */
export function documentOf(error: DomainError, status: number, request: Pick<FastifyRequest, 'url' | 'id'>): ProblemDocument {
  const { retryAfterSeconds: _wait, ...facts } = error.facts;
  const [path = '/'] = request.url.split('?', 1);
  return {
    ...facts,
    type: `/problems/${error.problem.code}`,
    title: error.problem.title,
    status,
    detail: error.detail,
    instance: path.replace(BARE_PERCENT, '%25'),
    requestId: request.id,
    code: error.problem.code,
  };
}

/** Answers a request with a refusal. */
export function sendProblem(error: DomainError, request: FastifyRequest, reply: FastifyReply, status = STATUS_OF_KIND[error.problem.kind]): void {
  const { kind } = error.problem;
  if (kind === 'unauthenticated') void reply.header('www-authenticate', 'Bearer');
  if (KINDS_WITH_RETRY.has(kind)) void reply.header('retry-after', error.facts.retryAfterSeconds ?? SECONDS_UNTIL_RETRY);
  void reply
    .removeHeader('etag')
    .header('cache-control', 'no-store')
    .code(status)
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(documentOf(error, status, request)));
}

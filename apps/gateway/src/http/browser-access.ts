import type { FastifyInstance, FastifyReply } from 'fastify';

const READ_BY_PAGES = 'etag, location, retry-after, x-request-id, ratelimit-limit, ratelimit-remaining, ratelimit-reset';
const SENT_BY_PAGES = 'authorization, content-type, idempotency-key, if-none-match, if-match, x-request-id, x-refresh-cookie';
const METHODS = 'GET, HEAD, POST, PUT, DELETE';
const ANSWER_KEPT_SECONDS = 600;

/**
 * Lets the pages of known origins call us with credentials; any other origin is told nothing, and never reflected.
 * Programs and our own pages name no origin and pay nothing for this, which is why it is not a plug-in.
 */
export function letOriginsIn(fastify: FastifyInstance, origins: ReadonlySet<string>): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    const { origin } = request.headers;
    if (origin === undefined) return done();
    void reply.header('vary', 'origin');
    if (!origins.has(origin)) return done();
    void reply.headers({ 'access-control-allow-origin': origin, 'access-control-allow-credentials': 'true', 'access-control-expose-headers': READ_BY_PAGES });
    return done();
  });
  fastify.options('/*', { config: { limitedAs: false } }, (request, reply) => answerPreflight(reply, origins.has(request.headers.origin ?? '')));
}

function answerPreflight(reply: FastifyReply, isKnown: boolean): void {
  const allowances = { 'access-control-allow-methods': METHODS, 'access-control-allow-headers': SENT_BY_PAGES, 'access-control-max-age': ANSWER_KEPT_SECONDS };
  void reply.headers(isKnown ? allowances : {}).code(204).send();
}

import cors, { type FastifyCorsOptions } from '@fastify/cors';
import type { FastifyInstance, FastifyRequest } from 'fastify';

const ANSWER_KEPT_SECONDS = 600;

/** Lets the pages of known origins call us with credentials; any other origin is told nothing, and never reflected. */
export async function letOriginsIn(fastify: FastifyInstance, origins: ReadonlySet<string>): Promise<void> {
  const allowed: FastifyCorsOptions = {
    origin: [...origins],
    credentials: true,
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'],
    allowedHeaders: ['authorization', 'content-type', 'idempotency-key', 'if-none-match', 'if-match', 'x-request-id', 'x-refresh-cookie'],
    exposedHeaders: ['etag', 'location', 'retry-after', 'x-request-id', 'ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset'],
    maxAge: ANSWER_KEPT_SECONDS,
  };
  // Programs and our own pages name no origin, and need none of these headers.
  await fastify.register(cors, () => (request: FastifyRequest, decide: (error: null, options: FastifyCorsOptions) => void) => {
    decide(null, request.headers.origin === undefined ? { origin: false } : allowed);
  });
}

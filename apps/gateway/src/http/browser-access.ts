import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';

const ANSWER_KEPT_SECONDS = 600;

/** Lets the pages of known origins call us with credentials; any other origin is told nothing, and never reflected. */
export async function letOriginsIn(fastify: FastifyInstance, origins: ReadonlySet<string>): Promise<void> {
  await fastify.register(cors, {
    origin: [...origins],
    credentials: true,
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'],
    allowedHeaders: ['authorization', 'content-type', 'idempotency-key', 'if-none-match', 'if-match', 'x-request-id', 'x-refresh-cookie'],
    exposedHeaders: ['etag', 'location', 'retry-after', 'x-request-id', 'ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset'],
    maxAge: ANSWER_KEPT_SECONDS,
  });
}

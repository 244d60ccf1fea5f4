import { DomainError, Malformed } from '@bookable/kernel';
import type { FastifyRequest } from 'fastify';

const KEY = /^[\x20-\x7e\u00a0-\u00ff]{1,255}$/;

/** The caller's `Idempotency-Key`; honoured where something is created, so only read from a POST. */
export function idempotencyKeyOf(request: FastifyRequest): string | undefined {
  const header = request.headers['idempotency-key'];
  if (header === undefined || request.method !== 'POST') return undefined;
  if (typeof header === 'string' && KEY.test(header.trim())) return header.trim();
  throw new DomainError(Malformed, 'The Idempotency-Key header must be 1 to 255 characters.', {
    errors: [{ path: 'Idempotency-Key', message: 'must be 1 to 255 characters' }],
  });
}

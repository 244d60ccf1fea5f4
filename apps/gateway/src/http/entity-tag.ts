import { crc32 } from 'node:zlib';
import type { FastifyReply, FastifyRequest, onSendHookHandler } from 'fastify';

const PRIVATE = 'private, no-cache';
const PUBLIC = 'public, no-cache';

/**
 * Tags the bytes of a public read, and answers 304 where the caller has these bytes already.
 * The tag is weak, because compression may change the bytes on the way.
 */
export const tagEntity: onSendHookHandler<unknown> = (request, reply, payload, done) => {
  if (reply.statusCode !== 200 || !Buffer.isBuffer(payload)) return done(null, payload);
  const tag = entityTagOf(payload);
  describe(reply, request, tag);
  if (!isKnown(request.headers['if-none-match'], tag)) return done(null, payload);
  void reply.code(304).removeHeader('content-type').removeHeader('content-length');
  return done(null, null);
};

/** The tag of these bytes. */
export function entityTagOf(payload: Buffer): string {
  return `W/"${payload.length.toString(36)}-${crc32(payload).toString(36)}"`;
}

/** What a signed-in caller sees may be theirs alone, so only their own browser keeps it. */
function describe(reply: FastifyReply, request: FastifyRequest, tag: string): void {
  void reply.header('etag', tag).header('cache-control', request.caller ? PRIVATE : PUBLIC);
  void reply.header('vary', 'accept, authorization, origin, accept-encoding');
}

/** Whether a caller who names these tags has the bytes of this one. */
export function isKnown(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  return ifNoneMatch === tag || ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').some((known) => known.trim().replace(/^(?!W\/)/, 'W/') === tag);
}

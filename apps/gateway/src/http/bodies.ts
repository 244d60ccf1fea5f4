import { DomainError, Malformed } from '@bookable/kernel';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { UnsupportedMedia } from './known-refusals';
import { findRepeatedName } from './repeated-name';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads JSON bodies, and leaves uploads to the routes that take them. Beyond JSON's own grammar it refuses what readers disagree about:
 * bytes that are not UTF-8, a name given twice, and (by Fastify's own parser) names that reach an object's prototype.
 */
export function readBodies(fastify: FastifyInstance): void {
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request: FastifyRequest, body: Buffer, done) => {
    if (body.length === 0) return done(null, undefined);
    const text = decode(body);
    if (text === undefined) return done(new DomainError(Malformed, 'The body is not UTF-8.'));
    void parse(request, text, (error, value) => {
      if (error) return done(new DomainError(Malformed, 'The body is not JSON that can be read.'));
      const repeated = findRepeatedName(text);
      if (repeated === undefined) return done(null, value);
      const fault = { path: repeated, message: 'stands twice in one object' };
      return done(new DomainError(Malformed, 'A name stands twice in one object.', { errors: [fault] }));
    });
  });
  fastify.addContentTypeParser('multipart/form-data', (request, _payload, done) => {
    const takesUploads = request.routeOptions.config.declaration?.upload !== undefined;
    done(takesUploads ? null : new DomainError(UnsupportedMedia));
  });
}

function decode(body: Buffer): string | undefined {
  try {
    return utf8.decode(body);
  } catch {
    return undefined;
  }
}

import type { Readable } from 'node:stream';
import { DomainError, Malformed } from '@bookable/kernel';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { TooLarge, UnsupportedMedia } from './known-refusals';
import { findRepeatedName } from './repeated-name';

const FORM_BYTES_AT_MOST = 16 * 1024;
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
    if (request.routeOptions.config.keepsBody) return done(null, text);
    void parse(request, text, (error, value) => {
      if (error) return done(new DomainError(Malformed, 'The body is not JSON that can be read.'));
      const repeated = findRepeatedName(text);
      if (repeated === undefined) return done(null, value);
      const fault = { path: repeated, message: 'stands twice in one object' };
      return done(new DomainError(Malformed, 'A name stands twice in one object.', { errors: [fault] }));
    });
  });
  fastify.addContentTypeParser('multipart/form-data', (request, payload, done) => {
    const { declaration, takesForms } = request.routeOptions.config;
    if (takesForms) return passOver(payload, done);
    return done(declaration?.upload === undefined ? new DomainError(UnsupportedMedia) : null);
  });
  fastify.addContentTypeParser('application/x-www-form-urlencoded', (request, payload, done) => {
    if (request.routeOptions.config.takesForms) passOver(payload, done);
    else done(new DomainError(UnsupportedMedia));
  });
}

/** Reads a small form to its end, and keeps nothing of it: its address says all there is to say. */
function passOver(payload: Readable, done: (error: Error | null) => void): void {
  let bytes = 0;
  payload.on('data', (chunk: Buffer) => void (bytes += chunk.length));
  payload.once('end', () => done(bytes > FORM_BYTES_AT_MOST ? new DomainError(TooLarge) : null)).once('error', done);
}

function decode(body: Buffer): string | undefined {
  try {
    return utf8.decode(body);
  } catch {
    return undefined;
  }
}

import type { FastifyInstance } from 'fastify';

/** What takes a slow line a minute or two; whoever means to send more is cut off. */
const HEARD_OUT_BYTES = 16 * 1024 * 1024;

/**
 * Whoever sends more than is taken is heard out, if it is not much more. Fastify would close the line as soon as it has
 * refused, and to a client that still writes at that moment the line just breaks: the refusal is never read.
 */
export function hearOutBodies(fastify: FastifyInstance): void {
  fastify.addHook('onSend', (request, reply, _payload, done) => {
    if (reply.statusCode === 413 && Number(request.headers['content-length']) <= HEARD_OUT_BYTES) {
      reply.removeHeader('connection');
      request.raw.resume();
    }
    done();
  });
}

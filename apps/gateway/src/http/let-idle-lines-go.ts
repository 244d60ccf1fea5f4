import type { FastifyInstance } from 'fastify';

const SWEEP_EVERY_MS = 50;

/**
 * Lets a closing door come to its end. Node closes the connections that are idle at that moment; one that is just being
 * answered would afterwards be kept alive for a next request, for longer than anybody waits for us to stop.
 */
export function letIdleLinesGo(fastify: FastifyInstance): void {
  fastify.addHook('preClose', (done) => {
    const { server } = fastify;
    const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_EVERY_MS);
    server.once('close', () => clearInterval(sweep));
    done();
  });
}

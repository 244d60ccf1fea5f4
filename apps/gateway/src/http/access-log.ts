import type { Metrics } from '@bookable/platform-health';
import type { Logger } from '@bookable/platform-logging';
import type { FastifyInstance } from 'fastify';

/** Measures and logs every answer by the route's pattern, never by its path, which may hold a code or an id. */
export function logAnswers(fastify: FastifyInstance, logger: Logger, metrics: Metrics): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    const { method, id: requestId, caller } = request;
    const route = request.routeOptions.url ?? 'unknown';
    const status = reply.statusCode;
    const elapsedMs = reply.elapsedTime;
    metrics.httpAnswered({ method, route, status, seconds: elapsedMs / 1_000 });
    const facts = { requestId, method, route, status, ms: Math.round(elapsedMs * 10) / 10, actorId: caller?.userId };
    if (status >= 500) logger.warn('Answered with a failure.', facts);
    else logger.info('Answered.', facts);
    done();
  });
}

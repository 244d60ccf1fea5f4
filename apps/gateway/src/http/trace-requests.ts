import type { Span } from '@bookable/platform-context';
import type { Tracing } from '@bookable/platform-tracing';
import type { FastifyInstance, FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** The request as it is being recorded; absent where it is not. */
    span?: Span;
  }
}

/** What machines ask all day long; nobody looks for the trace of it. */
const NOT_TRACED = /^\/(?:metrics|health)(?:\/|$)/;

/** Records requests by the pattern of their route, never by their address, in which codes, ids and words may stand. */
export function traceRequests(fastify: FastifyInstance, tracing: Tracing): void {
  fastify.decorateRequest('span');
  fastify.addHook('onRequest', (request, _reply, done) => {
    request.span = begin(request, tracing);
    done();
  });
  fastify.addHook('onResponse', ({ span }, { statusCode }, done) => {
    span?.note({ 'http.response.status_code': statusCode });
    span?.end(statusCode >= 500 ? String(statusCode) : undefined);
    done();
  });
}

function begin({ method, id, routeOptions, headers }: FastifyRequest, tracing: Tracing): Span | undefined {
  const route = routeOptions.url ?? 'unknown';
  if (NOT_TRACED.test(route)) return undefined;
  return tracing.begin(`${method} ${route}`, 'server', headers.traceparent, { 'http.request.method': method, 'http.route': route, 'bookable.request_id': id });
}

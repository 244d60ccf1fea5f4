import type { Metrics } from '@bookable/platform-health';
import type { Logger } from '@bookable/platform-logging';
import type { FastifyInstance } from 'fastify';

/** One answered request; `route` is its pattern, never its path, which may hold a code or an id. */
export interface AnsweredRequest {
  readonly requestId: string;
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly elapsedMs: number;
  readonly actorId?: string;
}

/** Measures and logs every answer. */
export class AccessLog {
  constructor(
    private readonly logger: Logger,
    private readonly metrics: Metrics,
    private readonly tellsSuccesses: boolean,
  ) {}

  note({ elapsedMs, ...facts }: AnsweredRequest): void {
    const { method, route, status } = facts;
    this.metrics.httpAnswered({ method, route, status, seconds: elapsedMs / 1_000 });
    if (status >= 500) this.logger.warn('Answered with a failure.', { ...facts, ms: rounded(elapsedMs) });
    else if (this.tellsSuccesses) this.logger.info('Answered.', { ...facts, ms: rounded(elapsedMs) });
  }

  /** Notes whatever goes through the framework. */
  watch(fastify: FastifyInstance): void {
    fastify.addHook('onResponse', (request, reply, done) => {
      const { method, id: requestId, caller } = request;
      const route = request.routeOptions.url ?? 'unknown';
      this.note({ requestId, method, route, status: reply.statusCode, elapsedMs: reply.elapsedTime, actorId: caller?.userId });
      done();
    });
  }
}

function rounded(ms: number): number {
  return Math.round(ms * 10) / 10;
}

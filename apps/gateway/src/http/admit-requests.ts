import { DomainError, defineProblem } from '@bookable/kernel';
import type { Metrics } from '@bookable/platform-health';
import type { FastifyInstance, FastifyRequest, onResponseHookHandler, onSendHookHandler, preValidationHookHandler } from 'fastify';
import { Admission, REVIEW_EVERY_MS } from './admission';

/** More is asked at this moment than can be answered in good time; the same request may well succeed a little later. */
export const Overloaded = defineProblem('overloaded', 'unavailable', 'Too much is asked of us at this moment.');

declare module 'fastify' {
  interface FastifyRequest {
    /** When this request was let in; 0 where it is not, or no longer, inside. */
    enteredAtMs: number;
  }
}

/** Whoever is refused comes back within this time, not all at the same moment. */
const BACK_WITHIN_SECONDS = 3;

/**
 * Lets no more requests in than can be answered in good time (promise C3). A request is inside from when all of it has
 * arrived until its answer is ready: slow lines take nobody's room. Uploads, which keep the processor busy by
 * themselves and are bounded by their own queue, and what operators ask are not counted.
 */
export class AdmitRequests {
  private readonly admission: Admission;
  private readonly countRefused: () => void;

  constructor(most: number, metrics: Metrics) {
    this.admission = new Admission(most);
    this.countRefused = metrics.counter('http_requests_refused_for_load_total', 'Requests that were refused because too much was asked at once.');
    metrics.watchGauge('http_requests_inside', 'Requests that wait for their answer.', [], () => Promise.resolve([{ labels: [], value: this.admission.inside }]));
    metrics.watchGauge('http_requests_room', 'How many requests may wait for their answer at once.', [], () => Promise.resolve([{ labels: [], value: this.admission.room }]));
  }

  /** Looks at what happened again and again, as long as the door is open. */
  watch(fastify: FastifyInstance): void {
    fastify.decorateRequest('enteredAtMs', 0);
    const timer = setInterval(() => this.admission.review(), REVIEW_EVERY_MS);
    timer.unref();
    fastify.addHook('onClose', (_instance, done) => {
      clearInterval(timer);
      done();
    });
  }

  /** The hooks of one route. */
  hooks(): { preValidation: preValidationHookHandler; onSend: onSendHookHandler<unknown>; onResponse: onResponseHookHandler } {
    return {
      preValidation: (request, _reply, done) => done(this.enter(request)),
      onSend: (request, _reply, payload, done) => {
        this.leave(request);
        done(null, payload);
      },
      onResponse: (request, _reply, done) => {
        this.leave(request);
        done();
      },
    };
  }

  private enter(request: FastifyRequest): DomainError | undefined {
    if (this.admission.enter()) {
      request.enteredAtMs = performance.now();
      return undefined;
    }
    this.countRefused();
    return new DomainError(Overloaded, undefined, { retryAfterSeconds: 1 + Math.floor(Math.random() * BACK_WITHIN_SECONDS) });
  }

  /** Counted once, however a request ends: with an answer, or because whoever asked has gone. */
  private leave(request: FastifyRequest): void {
    if (request.enteredAtMs === 0) return;
    this.admission.leave(performance.now() - request.enteredAtMs);
    request.enteredAtMs = 0;
  }
}

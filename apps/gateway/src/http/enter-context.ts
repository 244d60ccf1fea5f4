import { runInContext } from '@bookable/platform-context';
import type { preHandlerHookHandler } from 'fastify';
import { idempotencyKeyOf } from './idempotency-key';

const TRACEPARENT = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

/**
 * Runs the rest of the request in its context, from which the bus takes the caller and the request's id.
 * It is the last hook, because reading a body leaves whatever context was entered before it.
 */
export const enterContext: preHandlerHookHandler = (request, _reply, done) => {
  const { traceparent } = request.headers;
  const context = {
    requestId: request.id,
    actor: request.caller,
    idempotencyKey: idempotencyKeyOf(request),
    traceparent: typeof traceparent === 'string' && TRACEPARENT.test(traceparent) ? traceparent : undefined,
  };
  runInContext(context, done);
};

import { readTraceparent, runInContext } from '@bookable/platform-context';
import type { preHandlerHookHandler } from 'fastify';
import { idempotencyKeyOf } from './idempotency-key';

/**
 * Runs the rest of the request in its context, from which the bus takes the caller and the request's id.
 * It is the last hook, because reading a body leaves whatever context was entered before it.
 */
export const enterContext: preHandlerHookHandler = (request, _reply, done) => {
  const { span } = request;
  const context = {
    requestId: request.id,
    actor: request.caller,
    idempotencyKey: idempotencyKeyOf(request),
    traceparent: span?.traceparent ?? fitTraceparent(request.headers.traceparent),
    span,
  };
  runInContext(context, done);
};

function fitTraceparent(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' && readTraceparent(header) ? header : undefined;
}

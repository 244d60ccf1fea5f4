import type { IncomingMessage } from 'node:http';
import { newId } from '@bookable/kernel';

const SANE = /^[A-Za-z0-9._:-]{8,128}$/;

/** Takes over the caller's `X-Request-Id` where it is fit for a log line, or makes one. */
export function requestIdOf(request: Pick<IncomingMessage, 'headers'>): string {
  const header = request.headers['x-request-id'];
  return typeof header === 'string' && SANE.test(header) ? header : newId();
}

import type { IncomingMessage } from 'node:http';
import { newId } from '@bookable/kernel';

const SANE = /^[A-Za-z0-9._:-]{8,128}$/;

/** Takes over an `X-Request-Id` where it is fit for a log line, or makes one. */
export function fitRequestId(wanted: unknown): string {
  return typeof wanted === 'string' && SANE.test(wanted) ? wanted : newId();
}

/** The id of a request: its caller's where that is fit, or a new one. */
export function requestIdOf(request: Pick<IncomingMessage, 'headers'>): string {
  return fitRequestId(request.headers['x-request-id']);
}

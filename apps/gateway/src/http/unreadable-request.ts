import { STATUS_CODES } from 'node:http';
import { DomainError, Malformed, newId } from '@bookable/kernel';
import type { FastifyServerOptions } from 'fastify';
import { TooLarge } from './known-refusals';
import { documentOf } from './problem-document';

/** The statuses of what Node's parser says that are not a plain 400. */
const STATUS_OF_FAULT: Readonly<Record<string, number>> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 };

/**
 * Answers what cannot be read as HTTP. It never becomes a request, so the problem document is written to the line itself,
 * which is closed after it: nobody can tell where the next request on it would begin.
 */
export function answerUnreadable(headers: Readonly<Record<string, string>>): NonNullable<FastifyServerOptions['clientErrorHandler']> {
  return (error, socket) => {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    const status = STATUS_OF_FAULT[code ?? ''] ?? 400;
    const refusal = status === 431 ? new DomainError(TooLarge, 'The headers are more than is read.') : new DomainError(Malformed, 'This is not HTTP that can be read.');
    const id = newId();
    const body = JSON.stringify(documentOf(refusal, status, { url: '/', id }));
    const own = { ...headers, 'x-request-id': id, 'cache-control': 'no-store', 'content-type': 'application/problem+json; charset=utf-8' };
    const lines = Object.entries({ ...own, 'content-length': String(Buffer.byteLength(body)), connection: 'close' }).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('')}\r\n${body}`);
  };
}

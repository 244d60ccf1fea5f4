import type { IncomingMessage, ServerResponse } from 'node:http';
import helmet, { type HelmetOptions } from 'helmet';
import type { FastifyReply, FastifyRequest } from 'fastify';

type Headers = Readonly<Record<string, string>>;

const NOTHING_MAY_LOAD = { defaultSrc: ["'none'"], frameAncestors: ["'none'"], baseUri: ["'none'"], formAction: ["'none'"] };
const OWN_PAGE = {
  ...NOTHING_MAY_LOAD,
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  formAction: ["'self'"],
};

/** Helmet's headers, worked out once: they are alike for every answer, and to build them costs more than to send them. */
function headersOf(options: HelmetOptions): Headers {
  const headers: Record<string, string> = {};
  const response = { setHeader: (name: string, value: string) => (headers[name] = value), removeHeader: () => undefined };
  helmet(options)({} as IncomingMessage, response as unknown as ServerResponse, () => undefined);
  return headers;
}

function headersFor(directives: Record<string, string[]>, isSecure: boolean): Headers {
  return headersOf({ contentSecurityPolicy: { useDefaults: false, directives }, strictTransportSecurity: isSecure });
}

/** Stamps an answer with its request's id and with security headers. */
export type Stamp = (request: FastifyRequest, reply: FastifyReply) => void;

/** Makes the stamp of every answer: an API's answers load nothing and are framed by nobody. */
export function stampFor(isSecure: boolean): Stamp {
  const headers = headersFor(NOTHING_MAY_LOAD, isSecure);
  return (request, reply) => void reply.headers(headers).header('x-request-id', request.id);
}

const pageHeaders = headersFor(OWN_PAGE, false);

/** For the few pages of our own: scripts, styles and pictures from here, and from nowhere else. */
export function allowOwnPage(reply: FastifyReply): void {
  void reply.header('content-security-policy', pageHeaders['Content-Security-Policy']);
}

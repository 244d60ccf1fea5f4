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
  const response = { setHeader: (name: string, value: string) => (headers[name.toLowerCase()] = value), removeHeader: () => undefined };
  helmet(options)({} as IncomingMessage, response as unknown as ServerResponse, () => undefined);
  return headers;
}

/** What only a page could make use of is left out: an API's answers are many and small. */
const OF_NO_USE_TO_DATA = {
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
} as const;

/** The headers of every answer: an API's answers load nothing and are framed by nobody. */
export function securityHeaders(isSecure: boolean): Headers {
  return headersOf({ ...OF_NO_USE_TO_DATA, contentSecurityPolicy: { useDefaults: false, directives: NOTHING_MAY_LOAD }, strictTransportSecurity: isSecure });
}

/** Stamps an answer with its request's id and with security headers. */
export type Stamp = (request: FastifyRequest, reply: FastifyReply) => void;

/** Makes the stamp of every answer. */
export function stampFor(isSecure: boolean): Stamp {
  const headers = securityHeaders(isSecure);
  return (request, reply) => void reply.headers(headers).header('x-request-id', request.id);
}

const pageHeaders = headersOf({ contentSecurityPolicy: { useDefaults: false, directives: OWN_PAGE }, strictTransportSecurity: false });

/** For the few pages of our own: scripts, styles and pictures from here, and from nowhere else. */
export function allowOwnPage(reply: FastifyReply): void {
  void reply.headers(pageHeaders);
}

import { DomainError, TooManyRequests } from '@bookable/kernel';
import { type FastifyRateLimitStoreCtor, type RateLimitOptions, type RateLimitPluginOptions, normalizeIP } from '@fastify/rate-limit';
import type { FastifyRequest } from 'fastify';

/** How often one caller may use one route in a minute, before `RATE_LIMIT_FACTOR`. */
export const RATE_LIMITS = {
  /** A person who clicks, and the pages that load beside it. */
  read: 1_200,
  write: 300,
  /** Guessing passwords and tokens must not pay. */
  'sign-in': 60,
  /** Each of these sends a mail to an address that somebody typed. */
  mail: 30,
  upload: 60,
  /** Redirects and pictures: many people stand behind one address. */
  public: 6_000,
} as const;

/** Administrators bring over whole cities at a time, and are few. */
const ADMINISTRATORS_FACTOR = 100;

export type RateLimitName = keyof typeof RATE_LIMITS;

/** The limit a route has unless it names another. */
export function usualLimit(method: string): RateLimitName {
  return method === 'GET' || method === 'HEAD' ? 'read' : 'write';
}

/** The limit of one route, multiplied by the factor of this installation. */
export function limitFor(name: RateLimitName, factor: number): RateLimitOptions {
  const usual = Math.max(1, Math.round(RATE_LIMITS[name] * factor));
  // Nobody is signed in where the public is let in, and these are the routes where every microsecond counts.
  const max = name === 'public' ? usual : ({ caller }: FastifyRequest) => (caller?.roles.includes('admin') ? usual * ADMINISTRATORS_FACTOR : usual);
  return { max, timeWindow: 60_000 };
}

/** Whether each gateway counts for itself: redirects and pictures cost less than to share how often they were asked for. */
export function countsAlone(name: RateLimitName | false): boolean {
  return name === 'public';
}

/** Counts by user where the token is good, else by address; a bad token counts as its address, and a household of IPv6 (a /64) as one. */
export function rateLimitPlugin(factor: number, store: FastifyRateLimitStoreCtor): RateLimitPluginOptions {
  return {
    ...limitFor('read', factor),
    enableDraftSpec: true,
    store,
    keyGenerator: (request: FastifyRequest) => (request.caller ? `user ${request.caller.userId}` : `address ${normalizeIP(request.ip)}`),
    errorResponseBuilder: (_request, { ttl }) =>
      new DomainError(TooManyRequests, undefined, { retryAfterSeconds: Math.max(1, Math.ceil(ttl / 1_000)) }),
  };
}

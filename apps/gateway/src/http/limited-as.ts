import { RouteConfig } from '@nestjs/platform-fastify';
import type { RateLimitName } from './rate-limits';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The rate limit of a route that is declared by Nest's own decorators; none at all where it is `false`. */
    limitedAs?: RateLimitName | false;
    /** Whether each gateway counts this route for itself, though they share the other counts. */
    countsAlone?: boolean;
    /** Whether forms may be sent, as mail programs do; nothing of them is read. */
    takesForms?: boolean;
    /** Whether a JSON body stays the text it came as, for whoever holds a signature against it. */
    keepsBody?: boolean;
  }
}

/** Names the rate limit of a route beside the public API, and which bodies it takes beside JSON. */
export function LimitedAs(limit: RateLimitName | false, bodies: { readonly takesForms?: boolean; readonly keepsBody?: boolean } = {}): MethodDecorator {
  return RouteConfig({ limitedAs: limit, ...bodies }) as MethodDecorator;
}

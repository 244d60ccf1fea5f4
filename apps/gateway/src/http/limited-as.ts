import { RouteConfig } from '@nestjs/platform-fastify';
import type { RateLimitName } from './rate-limits';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The rate limit of a route that is declared by Nest's own decorators; none at all where it is `false`. */
    limitedAs?: RateLimitName | false;
  }
}

/** Names the rate limit of a route beside the public API. */
export function LimitedAs(limit: RateLimitName | false): MethodDecorator {
  return RouteConfig({ limitedAs: limit }) as MethodDecorator;
}

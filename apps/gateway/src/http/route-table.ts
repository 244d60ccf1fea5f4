import { FASTIFY_ROUTE_CONFIG_METADATA } from '@nestjs/platform-fastify/constants.js';
import type { Type } from '@nestjs/common';
import type { RouteDeclaration } from './route';

/** Reads the routes that controllers declare, in the order they stand there; needs nothing running. */
export function routesOf(controllers: readonly Type<unknown>[]): readonly RouteDeclaration[] {
  return controllers.flatMap((controller) => {
    const prototype = controller.prototype as object;
    return Object.getOwnPropertyNames(prototype).flatMap((name) => declarationOf(Reflect.get(prototype, name)));
  });
}

function declarationOf(handler: unknown): RouteDeclaration[] {
  if (typeof handler !== 'function') return [];
  const config = Reflect.getMetadata(FASTIFY_ROUTE_CONFIG_METADATA, handler) as { declaration?: RouteDeclaration } | undefined;
  return config?.declaration ? [config.declaration] : [];
}

import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { onRequestHookHandler } from 'fastify';
import { routesOf } from '../http/route-table';
import { allowOwnPage } from '../http/security-headers';
import { documentOf } from './document';

const PAGE = 'api/docs';
const DOCUMENT = 'api/openapi.json';

const allowPage: onRequestHookHandler = (_request, reply, done) => {
  allowOwnPage(reply);
  done();
};

/** Serves the API document, and a page to read and try it that loads nothing from anywhere else. */
export function serveDocumentation(app: NestFastifyApplication, controllers: readonly Type<unknown>[]): void {
  app.getHttpAdapter().getInstance().addHook('onRoute', (route) => {
    if (!route.url.startsWith(`/${PAGE}`)) return;
    const present = route.onRequest ?? [];
    route.onRequest = [...(Array.isArray(present) ? present : [present]), allowPage];
  });
  const document = documentOf(routesOf(controllers)) as unknown as OpenAPIObject;
  SwaggerModule.setup(PAGE, app, document, { jsonDocumentUrl: DOCUMENT, raw: ['json'], customSiteTitle: 'Bookable API' });
}

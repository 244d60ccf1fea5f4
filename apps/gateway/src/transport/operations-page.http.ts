import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LimitedAs } from '../http/limited-as';
import { pageLocaleOf } from '../http/page-locale';
import { allowOwnPage } from '../http/security-headers';
import { OPERATIONS_SCRIPT } from './operations-page.script';
import { operationsPage } from './operations.page';

/** Shows the page of background work. It holds nothing itself: whoever signs in there sees what their account may see. */
@Controller()
export class OperationsPageHttp {
  @Get('/operations') @LimitedAs('public')
  page(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    allowOwnPage(reply);
    void reply.header('cache-control', 'no-store').type('text/html; charset=utf-8').send(operationsPage(pageLocaleOf(request)));
  }

  @Get('/operations-page.js') @LimitedAs('public')
  script(@Res() reply: FastifyReply): void {
    void reply.header('cache-control', 'no-cache').type('text/javascript; charset=utf-8').send(OPERATIONS_SCRIPT);
  }
}

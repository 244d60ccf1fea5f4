import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LimitedAs } from '../http/limited-as';
import { pageLocaleOf } from '../http/page-locale';
import { allowOwnPage } from '../http/security-headers';
import type { AccountPageName } from './account-page.texts';
import { ACCOUNT_SCRIPT, accountPage } from './account.page';

/** Shows the pages that mailed links lead to (A3), for whoever has no app that opens such links itself. */
@Controller()
export class AccountPagesHttp {
  @Get('/verify-email') @LimitedAs('public')
  verifyEmail(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    show('verify-email', request, reply);
  }

  @Get('/reset-password') @LimitedAs('public')
  resetPassword(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    show('reset-password', request, reply);
  }

  @Get('/account-page.js') @LimitedAs('public')
  script(@Res() reply: FastifyReply): void {
    void reply.type('text/javascript; charset=utf-8').send(ACCOUNT_SCRIPT);
  }
}

/** The address holds a secret, so nothing of it is kept on the way or handed on. */
function show(name: AccountPageName, request: FastifyRequest, reply: FastifyReply): void {
  allowOwnPage(reply);
  void reply
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'no-referrer')
    .type('text/html; charset=utf-8')
    .send(accountPage(name, pageLocaleOf(request)));
}

import { GetUnsubscription, UNSUBSCRIBE_TOKEN, Unsubscribe, type UnsubscriptionRequest, type UnsubscriptionView } from '@bookable/contracts-notification';
import { DomainError, NotFound, type RpcContract } from '@bookable/kernel';
import { Bus } from '@bookable/platform-bus';
import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LimitedAs } from '../http/limited-as';
import { pageLocaleOf } from '../http/page-locale';
import { prefers } from '../http/prefers';
import { allowOwnPage } from '../http/security-headers';
import { unknownUnsubscribePage, unsubscribePage } from './unsubscribe.page';

/**
 * Where the links lead by which mails are declined (RFC 8058): a mail program posts to the address that a person opens.
 * Nothing happens on a look, because mail scanners follow links too.
 */
@Controller()
export class UnsubscribeHttp {
  constructor(private readonly bus: Bus) {}

  @Get('/unsubscribe/:token') @LimitedAs('public')
  look(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.show(GetUnsubscription, token, request, reply);
  }

  @Post('/unsubscribe/:token') @LimitedAs('public', { takesForms: true })
  decline(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.show(Unsubscribe, token, request, reply);
  }

  /** The address is a key, so nothing of it is kept on the way or handed on. */
  private async show(contract: RpcContract<UnsubscriptionRequest, UnsubscriptionView>, token: string, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    allowOwnPage(reply);
    void reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer').type('text/html; charset=utf-8');
    try {
      if (!UNSUBSCRIBE_TOKEN.test(token)) throw new DomainError(NotFound);
      await reply.code(200).send(unsubscribePage(await this.bus.request(contract, { token })));
    } catch (error) {
      const isUnknown = error instanceof DomainError && error.problem.code === NotFound.code;
      if (!isUnknown || !prefers(request.headers, 'text/html')) throw error;
      await reply.code(404).send(unknownUnsubscribePage(pageLocaleOf(request)));
    }
  }
}

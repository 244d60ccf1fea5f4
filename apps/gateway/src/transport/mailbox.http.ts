import { FindKeptMails, type FindKeptMailsRequest } from '@bookable/contracts-notification';
import { DomainError, NotFound } from '@bookable/kernel';
import { Bus } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GatewayConfig } from '../config';
import { Route } from '../http/route';
import { allowOwnPage } from '../http/security-headers';
import { mailboxPage } from './mailbox.page';

/** The mails that were kept instead of sent. In production there is no such place. */
@Controller()
export class MailboxHttp {
  constructor(
    private readonly bus: Bus,
    private readonly config: GatewayConfig,
  ) {}

  @Route('GET', '/dev/mailbox', FindKeptMails, { says: 'Mails kept in development instead of being sent; a page for a browser.', access: 'anyone' })
  async show(asked: FindKeptMailsRequest, request: FastifyRequest, reply: FastifyReply): Promise<Buffer> {
    if (this.config.isProduction) throw new DomainError(NotFound);
    if (!wantsPage(request)) return this.bus.forward(FindKeptMails, asked);
    const mails = await this.bus.request(FindKeptMails, asked);
    allowOwnPage(reply);
    void reply.type('text/html; charset=utf-8');
    return Buffer.from(mailboxPage(asked, mails));
  }
}

function wantsPage(request: FastifyRequest): boolean {
  const accept = request.headers.accept ?? '';
  return accept.includes('text/html') && !accept.startsWith('application/json');
}

import { TakeMailEvents } from '@bookable/contracts-notification';
import { DomainError, Malformed } from '@bookable/kernel';
import { Bus } from '@bookable/platform-bus';
import { Controller, HttpCode, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { LimitedAs } from '../http/limited-as';

/** Where SendGrid tells what became of mails. The body goes on as it came, because the signature is of these very letters. */
@Controller()
export class MailEventsHttp {
  constructor(private readonly bus: Bus) {}

  @Post('/webhooks/sendgrid') @HttpCode(204) @LimitedAs('public', { keepsBody: true })
  take(@Req() { headers, body }: FastifyRequest): Promise<void> {
    if (typeof body !== 'string') throw new DomainError(Malformed, 'The body must be JSON.');
    return this.bus.request(TakeMailEvents, {
      body,
      signature: textOf(headers['x-twilio-email-event-webhook-signature']),
      timestamp: textOf(headers['x-twilio-email-event-webhook-timestamp']),
    });
  }
}

/** Longer than any signature is no signature. */
function textOf(header: string | readonly string[] | undefined): string {
  return typeof header === 'string' ? header.slice(0, 500) : '';
}

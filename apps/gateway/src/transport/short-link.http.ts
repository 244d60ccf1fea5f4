import { DomainError, NotFound } from '@bookable/kernel';
import { Clock } from '@bookable/platform-runtime';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LimitedAs } from '../http/limited-as';
import { ClickRecorder } from '../links/click-recorder';
import { ShortLinks } from '../links/short-links';

const CODE = /^[A-Za-z0-9_-]{1,64}$/;

/** Follows short links whose target has to be asked for; `RememberedRedirects` answers the others. */
@Controller()
export class ShortLinkHttp {
  constructor(
    private readonly links: ShortLinks,
    private readonly clicks: ClickRecorder,
    private readonly clock: Clock,
  ) {}

  @Get('/s/:code') @LimitedAs('public')
  async follow(@Param('code') code: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (!CODE.test(code)) throw new DomainError(NotFound);
    const nowMs = this.clock.now().getTime();
    const url = this.links.recall(code, nowMs) ?? (await this.links.resolve(code));
    // A look by HEAD, as chat programs do before they show a link, is no click.
    if (request.method === 'GET') this.clicks.record(code, { referrer: request.headers.referer, userAgent: request.headers['user-agent'] }, nowMs);
    await reply.header('cache-control', 'private, no-store').redirect(url, 302);
  }
}

import { DomainError, NotFound } from '@bookable/kernel';
import { Clock } from '@bookable/platform-runtime';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ClickRecorder } from '../links/click-recorder';
import { ShortLinks } from '../links/short-links';
import { LimitedAs } from '../http/limited-as';

const CODE = /^[A-Za-z0-9_-]{1,64}$/;
const REFERRER_LENGTH_AT_MOST = 2_048;
const USER_AGENT_LENGTH_AT_MOST = 1_024;

/** Follows short links. Nothing here waits but for a code that is not remembered. */
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
    const url = this.links.recall(code) ?? (await this.links.resolve(code));
    this.count(code, request);
    void reply.header('cache-control', 'private, no-store').redirect(url, 302);
  }

  /** A look by HEAD, as chat programs do before they show a link, is no click. */
  private count(code: string, { method, headers }: FastifyRequest): void {
    if (method !== 'GET') return;
    this.clicks.record({
      code,
      at: this.clock.now().toISOString(),
      referrer: headers.referer?.slice(0, REFERRER_LENGTH_AT_MOST),
      userAgent: headers['user-agent']?.slice(0, USER_AGENT_LENGTH_AT_MOST),
    });
  }
}

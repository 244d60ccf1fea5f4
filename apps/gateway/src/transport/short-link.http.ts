import { DomainError, NotFound } from '@bookable/kernel';
import { Clock } from '@bookable/platform-runtime';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LimitedAs } from '../http/limited-as';
import { prefers } from '../http/prefers';
import { ClickRecorder } from '../links/click-recorder';
import type { Visitor } from '../links/click-tally';
import { gonePage } from '../links/gone.page';
import { CODE, ShortLinks } from '../links/short-links';


function visitorOf({ headers }: FastifyRequest): Visitor {
  return { referrer: headers.referer, userAgent: headers['user-agent'], language: headers['accept-language'] };
}

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
    const url = this.links.recall(code, nowMs) ?? (await this.resolve(code, request, reply));
    if (url === undefined) return;
    // A look by HEAD, as chat programs do before they show a link, is no click.
    if (request.method === 'GET') this.clicks.record(code, visitorOf(request), nowMs);
    await reply.header('cache-control', 'private, no-store').redirect(url, 302);
  }

  /** Where it leads; nothing where it is gone and a browser was shown the page that says so. */
  private async resolve(code: string, request: FastifyRequest, reply: FastifyReply): Promise<string | undefined> {
    try {
      return await this.links.resolve(code);
    } catch (error) {
      const isGone = error instanceof DomainError && error.problem.kind === 'gone';
      if (!isGone || !prefers(request.headers, 'text/html')) throw error;
      await reply.code(410).header('cache-control', 'no-store').type('text/html; charset=utf-8').send(gonePage(request.headers['accept-language']));
      return undefined;
    }
  }
}

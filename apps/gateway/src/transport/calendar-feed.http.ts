import { FEED_TOKEN, ReadFeed } from '@bookable/contracts-booking';
import { DomainError, NotFound } from '@bookable/kernel';
import { Bus } from '@bookable/platform-bus';
import { Clock } from '@bookable/platform-runtime';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { entityTagOf, isKnown } from '../http/entity-tag';
import { LimitedAs } from '../http/limited-as';

const ENDING = '.ics';
/**
 * A change may be committed a little after the moment it says it was made at, and whole seconds hold more than one. Nobody
 * is told of the last minute, so that nobody who asks by time alone misses what came late.
 */
const TOLD_AFTER_MS = 60_000;

/** Hands out the calendars of listings, to whoever knows their secret addresses. */
@Controller()
export class CalendarFeedHttp {
  constructor(
    private readonly bus: Bus,
    private readonly clock: Clock,
  ) {}

  @Get('/calendars/:file') @LimitedAs('read')
  async show(@Param('file') file: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const token = file.endsWith(ENDING) ? file.slice(0, -ENDING.length) : '';
    if (!FEED_TOKEN.test(token)) throw new DomainError(NotFound, 'There is no such calendar.');
    const { text, changedAt } = await this.bus.request(ReadFeed, { token });
    const body = Buffer.from(text);
    const tag = entityTagOf(body);
    const changedAtMs = Math.floor(Math.min(Date.parse(changedAt), this.clock.now().getTime() - TOLD_AFTER_MS) / 1_000) * 1_000;
    // The address is the key: nobody on the way keeps what it opens.
    void reply.header('etag', tag).header('last-modified', new Date(changedAtMs).toUTCString()).header('cache-control', 'private, no-cache');
    if (isUnchanged(request, tag, changedAtMs)) {
      await reply.code(304).send();
      return;
    }
    await reply.type('text/calendar; charset=utf-8').header('content-disposition', 'inline; filename="calendar.ics"').send(body);
  }
}

/** The tag decides where one is given (RFC 9110, 13.2.2). */
function isUnchanged({ headers }: FastifyRequest, tag: string, changedAtMs: number): boolean {
  if (headers['if-none-match'] !== undefined) return isKnown(headers['if-none-match'], tag);
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return changedAtMs <= since;
}

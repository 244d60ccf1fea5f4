import { DomainError, NotFound } from '@bookable/kernel';
import { Storage, isStorageKey } from '@bookable/platform-storage';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LimitedAs } from '../http/limited-as';

const A_YEAR_SECONDS = 31_536_000;
/** What came from outside stays hidden until a service has written it anew, and what is for one person alone stays hidden for good. */
const HIDDEN = ['incoming/', 'private/'];

/** Serves stored pictures. What is written under a key never changes, so that it may be kept for good. */
@Controller()
export class MediaHttp {
  constructor(private readonly storage: Storage) {}

  @Get('/media/*') @LimitedAs('public')
  async show(@Param('*') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const file = isStorageKey(key) && !HIDDEN.some((start) => key.startsWith(start)) ? await this.storage.get(key) : undefined;
    if (!file) throw new DomainError(NotFound);
    void reply
      .header('cache-control', `public, max-age=${A_YEAR_SECONDS}, immutable`)
      .header('cross-origin-resource-policy', 'cross-origin')
      .header('content-length', file.size)
      .type(file.contentType);
    if (request.method !== 'HEAD') {
      await reply.send(file.stream);
      return;
    }
    file.stream.destroy();
    await reply.send();
  }
}

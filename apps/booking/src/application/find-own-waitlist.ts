import { Injectable } from '@nestjs/common';
import type { FindOwnWaitlistRequest } from '@bookable/contracts-booking';
import type { MessageContext } from '@bookable/platform-bus';
import { WaitlistReader } from '../persistence/waitlist.reader';
import { callerOf } from './caller';
import { lastIdOf } from './last-id';
import { pageJson } from './page-json';

const LIMIT = 20;

/** Lists what the caller waits or has waited for, newest first. */
@Injectable()
export class FindOwnWaitlist {
  constructor(private readonly reader: WaitlistReader) {}

  async execute({ status, cursor, limit = LIMIT }: FindOwnWaitlistRequest, context: MessageContext): Promise<Buffer> {
    const { items, lastKey } = await this.reader.ofRenter(callerOf(context), lastIdOf(cursor), limit, status);
    return pageJson(items, lastKey === null ? null : [lastKey]);
  }
}

import { Injectable } from '@nestjs/common';
import type { FindHoldsRequest, HoldView } from '@bookable/contracts-booking';
import { type Page, pageOf } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Clock } from '@bookable/platform-runtime';
import { HoldStore } from '../persistence/hold.store';
import { callerOf } from './caller';
import { lastIdOf } from './last-id';
import { holdView } from './hold-view';

const LIMIT = 20;

/** What the caller holds at this moment, newest first. */
@Injectable()
export class FindHolds {
  constructor(
    private readonly holds: HoldStore,
    private readonly clock: Clock,
  ) {}

  async execute({ cursor, limit = LIMIT }: FindHoldsRequest, context: MessageContext): Promise<Page<HoldView>> {
    const found = await this.holds.standing(callerOf(context), this.clock.now(), lastIdOf(cursor), limit);
    return pageOf(found, limit, holdView, ({ id }) => [id]);
  }
}

import { Injectable } from '@nestjs/common';
import type { HoldRequest } from '@bookable/contracts-booking';
import type { MessageContext } from '@bookable/platform-bus';
import { Clock } from '@bookable/platform-runtime';
import { HoldStore } from '../persistence/hold.store';
import { OwnHold } from './own-hold';

/** Gives back what somebody holds; again, or after it has ended, it changes nothing. */
@Injectable()
export class ReleaseHold {
  constructor(
    private readonly own: OwnHold,
    private readonly holds: HoldStore,
    private readonly clock: Clock,
  ) {}

  async execute({ holdId }: HoldRequest, context: MessageContext): Promise<void> {
    await this.holds.release(await this.own.find(holdId, context), this.clock.now());
  }
}

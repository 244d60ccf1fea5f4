import { Injectable } from '@nestjs/common';
import { DomainError, NotFound } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import type { Hold } from '../domain/hold';
import { HoldStore } from '../persistence/hold.store';
import { callerOf } from './caller';

/** Finds a hold for the one who has it, or had it; to everybody else it does not exist. */
@Injectable()
export class OwnHold {
  constructor(private readonly holds: HoldStore) {}

  async find(holdId: string, context: MessageContext): Promise<Hold> {
    const hold = await this.holds.find(holdId, callerOf(context));
    if (!hold) throw new DomainError(NotFound, 'There is no such hold.');
    return hold;
  }
}

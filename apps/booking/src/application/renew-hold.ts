import { Injectable } from '@nestjs/common';
import { HoldEnded, HoldRenewed, type HoldRequest, type HoldView } from '@bookable/contracts-booking';
import { DomainError } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Clock } from '@bookable/platform-runtime';
import { holdExpiry } from '../domain/hold';
import { readStay } from '../domain/read-stay';
import { HoldStore } from '../persistence/hold.store';
import { FindResource } from './find-resource';
import { holdView } from './hold-view';
import { OwnHold } from './own-hold';
import { unlessRefused } from './refuse';

/** Lets a hold stand as long again, once. */
@Injectable()
export class RenewHold {
  constructor(
    private readonly own: OwnHold,
    private readonly find: FindResource,
    private readonly holds: HoldStore,
    private readonly clock: Clock,
  ) {}

  async execute({ holdId }: HoldRequest, context: MessageContext): Promise<HoldView> {
    const hold = await this.own.find(holdId, context);
    const now = this.clock.now();
    if (hold.expiresAt <= now) throw new DomainError(HoldEnded);
    const resource = await this.find.current(hold.resourceId);
    const { during } = unlessRefused(readStay(resource, { ...hold, options: hold.options ?? undefined }));
    const expiresAt = new Date(holdExpiry(during, resource.rules, now.getTime()));
    const outcome = await this.holds.renew(hold.id, expiresAt, now);
    if (outcome === 'hold-ended') throw new DomainError(HoldEnded);
    if (outcome === 'hold-renewed') throw new DomainError(HoldRenewed);
    return holdView({ ...hold, expiresAt, renewedAt: now });
  }
}

import { Injectable } from '@nestjs/common';
import { type ChangeAvailabilityRequest, SlotTaken } from '@bookable/contracts-booking';
import { AUDITED } from '@bookable/contracts-operations';
import { DomainError, NotFound } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { MOST_BLOCKS_AT_ONCE, repeated } from '../domain/block-repetition';
import { readRange } from '../domain/read-range';
import { Refusal } from '../domain/refusal';
import type { Resource } from '../domain/resource';
import { AvailabilityStore, type TimeRange } from '../persistence/availability.store';
import { ResourceStore } from '../persistence/resource.store';
import { callerIsAdmin, callerOf } from './caller';
import { EventAudience } from './event-audience';
import { FindResource } from './find-resource';
import { unlessRefused } from './refuse';

type Ranges = NonNullable<ChangeAvailabilityRequest['block']>;

/** The owner, or an administrator on their behalf, opens and closes time by hand, all or nothing. What is as asked already stays as it is, so it may be repeated. */
@Injectable()
export class ChangeAvailability {
  constructor(
    private readonly database: Database,
    private readonly find: FindResource,
    private readonly audience: EventAudience,
    private readonly resources: ResourceStore,
    private readonly availability: AvailabilityStore,
    private readonly clock: Clock,
  ) {}

  async execute({ listingId, block = [], unblock = [] }: ChangeAvailabilityRequest, context: MessageContext): Promise<void> {
    const userId = callerOf(context);
    const found = await this.find.current(listingId);
    if (found.ownerId !== userId && !callerIsAdmin(context)) await this.audience.refuse(found, context, 'Only the owner opens and closes time.');
    await this.database.transaction(async (tx) => {
      const [resource] = await this.resources.lock(tx, [listingId]);
      if (!resource) throw new DomainError(NotFound, 'There is no such listing.');
      const now = this.clock.now();
      if (found.ownerId !== userId) tx.audit({ action: AUDITED.timeChangedForOwner, as: 'admin', subject: `listing ${listingId}`, affects: [found.ownerId], facts: { block: block.length, unblock: unblock.length } });
      if (unblock.length > 0) await this.availability.open(tx, listingId, rangesOf(resource, unblock, 'unblock'), now);
      if (block.length === 0) return;
      if (!(await this.availability.close(tx, listingId, rangesOf(resource, block, 'block'), now))) throw new DomainError(SlotTaken, 'There is a booking in this time.');
    });
  }
}

function rangesOf(resource: Resource, ranges: Ranges, field: string): TimeRange[] {
  const all = ranges.flatMap(({ from, to, note, repeat }, index) => {
    const path = `${field}.${index}`;
    const stretches = unlessRefused(repeated({ from, to }, repeat, resource.timeZone, path));
    return stretches.map((stretch) => ({ ...unlessRefused(readRange(resource, stretch.from, stretch.to, path)), note }));
  });
  return unlessRefused(all.length > MOST_BLOCKS_AT_ONCE ? new Refusal('malformed', `must be ${MOST_BLOCKS_AT_ONCE} at most`, field) : all);
}

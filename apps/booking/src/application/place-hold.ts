import { Injectable } from '@nestjs/common';
import { type HoldView, type PlaceHoldRequest, SlotTaken, TooManyHolds } from '@bookable/contracts-booking';
import { DomainError, Unavailable, newId } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database, type Transaction } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { withBuffers } from '../domain/buffers';
import { type Hold, holdExpiry } from '../domain/hold';
import { readStay } from '../domain/read-stay';
import { Refusal } from '../domain/refusal';
import type { Resource } from '../domain/resource';
import type { Stay } from '../domain/stay';
import { firstBrokenRule } from '../domain/stay-rules';
import { HoldStore } from '../persistence/hold.store';
import { ResourceStore } from '../persistence/resource.store';
import { callerOf } from './caller';
import { EventAudience } from './event-audience';
import { FindResource } from './find-resource';
import { holdView } from './hold-view';
import { unlessRefused } from './refuse';
import { ServeWaitlist } from './serve-waitlist';

const TRIES = 5;

/** Keeps a stay for somebody while they make up their mind or pay; it ends by itself. */
@Injectable()
export class PlaceHold {
  constructor(
    private readonly database: Database,
    private readonly find: FindResource,
    private readonly audience: EventAudience,
    private readonly resources: ResourceStore,
    private readonly holds: HoldStore,
    private readonly line: ServeWaitlist,
    private readonly clock: Clock,
  ) {}

  async execute(request: PlaceHoldRequest, context: MessageContext): Promise<HoldView> {
    const holderId = callerOf(context);
    const resource = await this.find.offered(request.listingId);
    await this.audience.admit(resource, context);
    return this.database.command(context, request, async (tx) => holdView(await this.place(tx, resource, request, holderId)));
  }

  /** Checked against the resource as it was read; where that has changed meanwhile, checked anew. */
  private async place(tx: Transaction, read: Resource, request: PlaceHoldRequest, holderId: string): Promise<Hold> {
    let resource: Resource | undefined = read;
    for (let attempt = 0; resource && attempt < TRIES; attempt += 1) {
      const stay = this.checkedStay(resource, request, holderId);
      if (resource.isWaitedFor) await this.serveOthersFirst(tx, resource.id);
      const hold = this.draft(resource, stay, holderId);
      const outcome = await this.holds.place(tx, hold, withBuffers(stay.during, resource), resource.revision);
      if (outcome === 'placed') return hold;
      if (outcome === 'slot-taken') throw new DomainError(SlotTaken);
      if (outcome === 'too-many-holds') throw new DomainError(TooManyHolds);
      resource = (await this.resources.readWithin(tx, [resource.id])).get(resource.id);
    }
    throw new DomainError(Unavailable, 'The listing is changing; try again.', { retryAfterSeconds: 1 });
  }

  /** What has become free is theirs who stand in line. */
  private async serveOthersFirst(tx: Transaction, resourceId: string): Promise<void> {
    const [present] = await this.resources.lock(tx, [resourceId]);
    if (present) await this.line.serve(tx, present, this.clock.now());
  }

  private checkedStay(resource: Resource, { from, to, quantity = 1, options }: PlaceHoldRequest, holderId: string): Stay {
    const stay = unlessRefused(readStay(resource, { from, to, quantity, options }));
    const broken = resource.ownerId === holderId ? new Refusal('own-listing') : firstBrokenRule(stay, resource, this.clock.now().getTime());
    return unlessRefused(broken ?? stay);
  }

  private draft(resource: Resource, { from, to, quantity, options, during }: Stay, holderId: string): Hold {
    const placedAt = this.clock.now();
    const expiresAt = new Date(holdExpiry(during, resource.rules, placedAt.getTime()));
    return { id: newId(placedAt.getTime()), resourceId: resource.id, holderId, from, to, quantity, options: options ?? null, placedAt, expiresAt, renewedAt: null };
  }
}

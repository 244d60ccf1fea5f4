import { Injectable } from '@nestjs/common';
import { AlreadyRequested, AlreadyWaiting, type JoinWaitlistRequest, StillFree } from '@bookable/contracts-booking';
import { DomainError, NotFound, newId } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database, type Transaction } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { withBuffers } from '../domain/buffers';
import { readStay } from '../domain/read-stay';
import { Refusal } from '../domain/refusal';
import type { Resource } from '../domain/resource';
import type { Stay } from '../domain/stay';
import { bookableUntil, firstBrokenRule } from '../domain/stay-rules';
import { AvailabilityStore } from '../persistence/availability.store';
import { ResourceStore } from '../persistence/resource.store';
import { WaitlistReader } from '../persistence/waitlist.reader';
import { type NewEntry, WaitlistStore } from '../persistence/waitlist.store';
import { callerOf } from './caller';
import { EventAudience } from './event-audience';
import { FindResource } from './find-resource';
import { unlessRefused } from './refuse';
import { ServeWaitlist } from './serve-waitlist';

/**
 * Stands in line for a time that is taken. What is free is refused, because it is to be booked and not waited for; but
 * before that is looked at, whoever came earlier gets what has just become free.
 */
@Injectable()
export class JoinWaitlist {
  constructor(
    private readonly database: Database,
    private readonly find: FindResource,
    private readonly audience: EventAudience,
    private readonly resources: ResourceStore,
    private readonly availability: AvailabilityStore,
    private readonly waitlist: WaitlistStore,
    private readonly reader: WaitlistReader,
    private readonly line: ServeWaitlist,
    private readonly clock: Clock,
  ) {}

  async execute(request: JoinWaitlistRequest, context: MessageContext): Promise<Buffer> {
    const renterId = callerOf(context);
    await this.audience.admit(await this.find.offered(request.listingId), context);
    return this.database.command(context, request, async (tx) => {
      const [resource] = await this.resources.lock(tx, [request.listingId]);
      if (!resource) throw new DomainError(NotFound, 'There is no such listing.');
      const now = this.clock.now();
      const stay = unlessRefused(wishOf(resource, request, renterId, now));
      if (resource.isWaitedFor) await this.line.serve(tx, resource, now);
      const entry = entryOf(resource, stay, renterId, now);
      await this.refuseUnlessTaken(tx, resource, entry, now);
      await this.waitlist.add(tx, entry);
      return this.reader.view(tx, entry.id);
    });
  }

  private async refuseUnlessTaken(tx: Transaction, resource: Resource, entry: NewEntry, now: Date): Promise<void> {
    if (await this.waitlist.waits(tx, entry)) throw new DomainError(AlreadyWaiting);
    if (await this.waitlist.hasOpenBooking(tx, entry, now)) throw new DomainError(AlreadyRequested);
    const taken = await this.availability.takenWithin(tx, resource.id, { fromMs: entry.startsAt.getTime(), toMs: entry.endsAt.getTime() }, now);
    if (resource.capacity - Math.max(0, ...taken.map((segment) => segment.taken)) >= entry.quantity) throw new DomainError(StillFree);
  }
}

function wishOf(resource: Resource, { from, to, quantity = 1 }: JoinWaitlistRequest, renterId: string, now: Date): Stay | Refusal {
  if (resource.ownerId === renterId) return new Refusal('own-listing');
  const stay = readStay(resource, { from, to, quantity });
  return stay instanceof Refusal ? stay : (firstBrokenRule(stay, resource, now.getTime()) ?? stay);
}

function entryOf(resource: Resource, stay: Stay, renterId: string, now: Date): NewEntry {
  const { fromMs, toMs } = withBuffers(stay.during, resource);
  return {
    id: newId(now.getTime()),
    resourceId: resource.id,
    renterId,
    from: stay.from,
    to: stay.to,
    startsAt: new Date(fromMs),
    endsAt: new Date(toMs),
    quantity: stay.quantity,
    bookableUntil: new Date(bookableUntil(stay, resource)),
    createdAt: now,
  };
}

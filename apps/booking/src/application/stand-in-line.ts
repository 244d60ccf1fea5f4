import { AlreadyRequested, AlreadyWaiting, StillFree } from '@bookable/contracts-booking';
import { DomainError, NotFound } from '@bookable/kernel';
import type { Transaction } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
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
import { unlessRefused } from './refuse';
import { ServeWaitlist } from './serve-waitlist';

/** Who is to stand in line, for what. */
export interface Wish extends Pick<NewEntry, 'id' | 'renterId' | 'guestId'> {
  readonly listingId: string;
  readonly from?: string;
  readonly to?: string;
  readonly quantity?: number;
}

/**
 * Puts somebody at the end of a line for a time that is taken. What is free is refused, because it is to be booked and not
 * waited for; but before that is looked at, whoever came earlier gets what has just become free.
 */
@Injectable()
export class StandInLine {
  constructor(
    private readonly resources: ResourceStore,
    private readonly availability: AvailabilityStore,
    private readonly waitlist: WaitlistStore,
    private readonly reader: WaitlistReader,
    private readonly line: ServeWaitlist,
    private readonly clock: Clock,
  ) {}

  /** Answers the entry as it is shown. One that stands already, under this id, is not made again. */
  async stand(tx: Transaction, wish: Wish): Promise<Buffer> {
    const [resource] = await this.resources.lock(tx, [wish.listingId]);
    if (!resource) throw new DomainError(NotFound, 'There is no such listing.');
    if (!(await this.waitlist.find(tx, wish.id))) await this.add(tx, resource, wish);
    return this.reader.view(tx, wish.id);
  }

  private async add(tx: Transaction, resource: Resource, wish: Wish): Promise<void> {
    const now = this.clock.now();
    const stay = unlessRefused(stayOf(resource, wish, now));
    if (resource.isWaitedFor) await this.line.serve(tx, resource, now);
    const entry = entryOf(resource, stay, wish, now);
    await this.refuseUnlessTaken(tx, resource, entry, now);
    await this.waitlist.add(tx, entry);
  }

  private async refuseUnlessTaken(tx: Transaction, resource: Resource, entry: NewEntry, now: Date): Promise<void> {
    if (await this.waitlist.waits(tx, entry)) throw new DomainError(AlreadyWaiting);
    if (await this.waitlist.hasOpenBooking(tx, entry, now)) throw new DomainError(AlreadyRequested);
    const taken = await this.availability.takenWithin(tx, resource.id, { fromMs: entry.startsAt.getTime(), toMs: entry.endsAt.getTime() }, now);
    if (resource.capacity - Math.max(0, ...taken.map((segment) => segment.taken)) >= entry.quantity) throw new DomainError(StillFree);
  }
}

/** An owner waits for nothing of their own; whom a hotel's desk puts in line may be anybody. */
function stayOf(resource: Resource, { renterId, guestId, from, to, quantity = 1 }: Wish, now: Date): Stay | Refusal {
  if (guestId === null && resource.ownerId === renterId) return new Refusal('own-listing');
  const stay = readStay(resource, { from, to, quantity });
  return stay instanceof Refusal ? stay : (firstBrokenRule(stay, resource, now.getTime()) ?? stay);
}

function entryOf(resource: Resource, stay: Stay, { id, renterId, guestId }: Wish, now: Date): NewEntry {
  const { fromMs, toMs } = withBuffers(stay.during, resource);
  return {
    id,
    resourceId: resource.id,
    renterId,
    guestId,
    from: stay.from,
    to: stay.to,
    startsAt: new Date(fromMs),
    endsAt: new Date(toMs),
    quantity: stay.quantity,
    bookableUntil: new Date(bookableUntil(stay, resource)),
    createdAt: now,
  };
}

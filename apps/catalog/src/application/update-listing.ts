import { ListingChangedMeanwhile, ListingInconsistent, RoomsByHotelOnly, type UpdateListingRequest, WrongListingStatus, kindOfDetails } from '@bookable/contracts-catalog';
import { DomainError, type FieldFault } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { type Listing, eventDetails } from '../domain/listing';
import { withChange } from '../domain/listing-change';
import { contradictionsIn, eventLiesAhead } from '../domain/listing-consistency';
import { isOfferedByHotelOnly } from '../domain/listing-kind';
import { statusMayBecome } from '../domain/listing-status';
import { ListingStore } from '../persistence/listing.store';
import { announce, announceToGuests } from './announce';
import { holdOwnListing } from './hold-own-listing';
import { HostPlans } from './host-plans';
import { signedIn } from './signed-in';

/** Changes a listing. A change that makes no difference is answered as if it were made, and told to nobody. */
@Injectable()
export class UpdateListing {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly listings: ListingStore,
    private readonly plans: HostPlans,
  ) {}

  async execute(request: UpdateListingRequest, context: MessageContext): Promise<Buffer> {
    const actor = signedIn(context);
    await this.refuseClash(request, actor.userId);
    return this.database.command(context, request, async (tx) => {
      const present = await holdOwnListing(tx, this.listings, request.id, actor);
      refuseUnlessAllowed(present, request);
      refuseFaults(faultsOfKind(present, request));
      const now = this.clock.now();
      const next = withChange(present, request, now);
      if (next === present) return Buffer.from((await this.listings.readPage(tx, present.id, actor.userId))?.page ?? '');
      refuseFaults([...contradictionsIn(next), ...faultsOfTime(present, next, now)]);
      await this.plans.takeSlot(tx, next);
      if (next.status !== 'active' || isMovedOrPublished(present, next)) await this.plans.takeTime(tx, next);
      const { page, cover } = await this.listings.update(tx, next);
      announce(tx, present.status, next, cover);
      announceToGuests(tx, present, next, now);
      return Buffer.from(page);
    });
  }

  /** An event that is moved or published must not meet its host elsewhere. Who may not change it is refused afterwards. */
  private async refuseClash(request: UpdateListingRequest, userId: string): Promise<void> {
    if (request.details === undefined && request.status !== 'active') return;
    const present = (await this.database.transaction((tx) => this.listings.find(tx, request.id)))?.listing;
    if (present?.ownerId !== userId || present.kind !== 'event' || faultsOfKind(present, request).length > 0) return;
    const next = withChange(present, request, this.clock.now());
    if (isMovedOrPublished(present, next)) await this.plans.refuseClash(next);
  }
}

function isMovedOrPublished(present: Listing, next: Listing): boolean {
  const [before, after] = [eventDetails(present), eventDetails(next)];
  return before?.startsAt !== after?.startsAt || before?.endsAt !== after?.endsAt || (present.status !== 'active' && next.status === 'active');
}

function refuseUnlessAllowed(present: Listing, { version, status }: UpdateListingRequest): void {
  if (isOfferedByHotelOnly(present.kind)) throw new DomainError(RoomsByHotelOnly);
  if (version !== undefined && version !== present.version) {
    throw new DomainError(ListingChangedMeanwhile, `The listing is at version ${present.version}.`, { version: present.version });
  }
  if (present.status === 'archived' || (status !== undefined && !statusMayBecome(present.status, status))) {
    throw new DomainError(WrongListingStatus, `The listing is ${present.status}.`, { status: present.status });
  }
}

function faultsOfKind({ kind }: Listing, request: UpdateListingRequest): FieldFault[] {
  if (request.kind !== undefined && request.kind !== kind) return [{ path: 'kind', message: `is ${kind} and never changes` }];
  if (request.details && kindOfDetails(request.details) !== kind) return [{ path: 'details', message: `must be those of ${kind}` }];
  return [];
}

/** An event may be put right after it has begun, but not be moved or published into the past. */
function faultsOfTime(present: Listing, next: Listing, now: Date): FieldFault[] {
  const isMoved = eventDetails(present)?.startsAt !== eventDetails(next)?.startsAt;
  const isPublished = present.status !== 'active' && next.status === 'active';
  return (isMoved || isPublished) && !eventLiesAhead(next, now) ? [{ path: 'details.startsAt', message: 'must lie ahead' }] : [];
}

function refuseFaults(errors: readonly FieldFault[]): void {
  if (errors.length > 0) throw new DomainError(ListingInconsistent, undefined, { errors });
}

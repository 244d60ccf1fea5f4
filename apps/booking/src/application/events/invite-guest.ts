import { Injectable } from '@nestjs/common';
import { type InviteGuestRequest, SlotTaken } from '@bookable/contracts-booking';
import { DomainError } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { identifyCommand } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { CatalogClient } from '../../clients/catalog.client';
import { claimsOfStay } from '../../domain/claim-need';
import { Refusal } from '../../domain/refusal';
import { invitationExpiry } from '../../domain/request-expiry';
import { type Resource, mayInvite } from '../../domain/resource';
import type { Placement } from '../../persistence/placement.store';
import { callerOf } from '../caller';
import { draftBooking, priceStay } from '../draft-booking';
import { EventAudience } from '../event-audience';
import { FindResource } from '../find-resource';
import { type PlacementParts, placementOf } from '../placement-of';
import { SubmitPlacement } from '../submit-placement';
import { FollowersOfHost } from './followers-of-host';

/**
 * The host of an event, or a moderator, keeps a seat for a follower of the host until they answer or it begins. Where no seat is free the
 * host may have one added, once for each invitation: somebody else may be faster to it, and then that is said.
 */
@Injectable()
export class InviteGuest {
  constructor(
    private readonly submission: SubmitPlacement,
    private readonly audience: EventAudience,
    private readonly find: FindResource,
    private readonly followers: FollowersOfHost,
    private readonly catalog: CatalogClient,
    private readonly clock: Clock,
  ) {}

  async execute(request: InviteGuestRequest, context: MessageContext): Promise<Buffer> {
    try {
      return await this.invite(request, context);
    } catch (error) {
      const noSeatIsFree = error instanceof DomainError && error.problem === SlotTaken;
      if (!noSeatIsFree || !request.raiseCapacity) throw error;
      await this.find.learn(await this.catalog.addSeat(request.listingId));
      return this.invite(request, context, true);
    }
  }

  private invite(request: InviteGuestRequest, context: MessageContext, seatWasAdded = false): Promise<Buffer> {
    const inviterId = callerOf(context);
    const command = identifyCommand(context, request);
    return this.submission.submit(request.listingId, command, async (resource) => {
      const drafted = this.draft(resource, request, inviterId, { command, isOnItsOwnSeat: seatWasAdded });
      if (drafted instanceof Refusal) {
        if (drafted.word === 'forbidden') await this.audience.admit(resource, context);
        return drafted;
      }
      await this.followers.insistOn(request.userId, resource.ownerId);
      return drafted;
    });
  }

  private draft(resource: Resource, { userId, message, raiseCapacity }: InviteGuestRequest, inviterId: string, parts: Pick<PlacementParts, 'command' | 'isOnItsOwnSeat'>): Placement | Refusal {
    if (!mayInvite(resource, inviterId)) return new Refusal('forbidden', 'Only the host and the moderators invite.');
    if (raiseCapacity && resource.ownerId !== inviterId) return new Refusal('forbidden', 'Only the host adds seats.');
    if (resource.kind !== 'event') return new Refusal('not-bookable', 'One is invited to events only.');
    if (userId === resource.ownerId) return new Refusal('own-listing');
    if (userId === inviterId) return new Refusal('malformed', 'is yourself', 'userId');
    const now = this.clock.now();
    const priced = priceStay(resource, { quantity: 1 }, now.getTime());
    if (priced instanceof Refusal) return priced;
    const expiresAtMs = invitationExpiry(priced.stay.during);
    const booking = draftBooking(resource, priced, { action: 'invite', actorId: inviterId, renterId: userId, status: 'invited', message, expiresAtMs }, now);
    return placementOf(booking, resource, { happened: 'invited', claims: claimsOfStay(resource, priced.stay), takesPlaces: true, ...parts });
  }
}

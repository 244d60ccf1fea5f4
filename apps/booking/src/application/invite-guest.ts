import { Injectable } from '@nestjs/common';
import type { InviteGuestRequest } from '@bookable/contracts-booking';
import { DomainError, Forbidden, NotFound } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { identifyCommand } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { AuthClient } from '../clients/auth.client';
import { claimsOfStay } from '../domain/claim-need';
import { Refusal } from '../domain/refusal';
import { invitationExpiry } from '../domain/request-expiry';
import type { Resource } from '../domain/resource';
import type { Placement } from '../persistence/placement.store';
import { callerOf } from './caller';
import { draftBooking, priceStay } from './draft-booking';
import { placementOf } from './placement-of';
import { SubmitPlacement } from './submit-placement';

/** The host of an event keeps a seat for somebody until they answer or it begins. */
@Injectable()
export class InviteGuest {
  constructor(
    private readonly submission: SubmitPlacement,
    private readonly auth: AuthClient,
    private readonly clock: Clock,
  ) {}

  async execute(request: InviteGuestRequest, context: MessageContext): Promise<Buffer> {
    const hostId = callerOf(context);
    const command = identifyCommand(context, request);
    return this.submission.submit(request.listingId, command, async (resource) => {
      const drafted = this.draft(resource, request, hostId, command);
      if (drafted instanceof Refusal || (await this.auth.knows(request.userId))) return drafted;
      throw new DomainError(NotFound, 'There is no such person.');
    });
  }

  private draft(resource: Resource, { userId, message }: InviteGuestRequest, hostId: string, command: Placement['command']): Placement | Refusal {
    if (resource.ownerId !== hostId) throw new DomainError(Forbidden, 'Only the host invites.');
    if (resource.kind !== 'event') return new Refusal('not-bookable', 'One is invited to events only.');
    if (userId === hostId) return new Refusal('own-listing');
    const now = this.clock.now();
    const priced = priceStay(resource, { quantity: 1 }, now.getTime());
    if (priced instanceof Refusal) return priced;
    const expiresAtMs = invitationExpiry(priced.stay.during);
    const booking = draftBooking(resource, priced, { action: 'invite', actorId: hostId, renterId: userId, status: 'invited', message, expiresAtMs }, now);
    return placementOf(booking, resource, { happened: 'invited', claims: claimsOfStay(resource, priced.stay), takesPlaces: true, command });
  }
}

import { Injectable } from '@nestjs/common';
import type { PlaceBookingRequest } from '@bookable/contracts-booking';
import type { MessageContext } from '@bookable/platform-bus';
import { identifyCommand } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Refusal } from '../domain/refusal';
import { requestExpiry } from '../domain/request-expiry';
import { type Resource, requestsTakePlaces } from '../domain/resource';
import type { Placement } from '../persistence/placement.store';
import { callerOf } from './caller';
import { draftBooking, priceStay } from './draft-booking';
import { EventAudience } from './event-audience';
import { placementOf } from './placement-of';
import { SubmitPlacement } from './submit-placement';

/** Asks for a booking: confirmed at once where the listing books instantly, else pending. */
@Injectable()
export class PlaceBooking {
  constructor(
    private readonly submission: SubmitPlacement,
    private readonly audience: EventAudience,
    private readonly clock: Clock,
  ) {}

  async execute(request: PlaceBookingRequest, context: MessageContext): Promise<Buffer> {
    const renterId = callerOf(context);
    const command = identifyCommand(context, request);
    return this.submission.submit(request.listingId, command, async (resource) => {
      await this.audience.admit(resource, context);
      return this.draft(resource, request, renterId, command);
    });
  }

  private draft(resource: Resource, request: PlaceBookingRequest, renterId: string, command: Placement['command']): Placement | Refusal {
    if (resource.ownerId === renterId) return new Refusal('own-listing');
    const now = this.clock.now();
    const { from, to, quantity = 1, options, locale, message } = request;
    const priced = priceStay(resource, { from, to, quantity, options }, now.getTime(), locale);
    if (priced instanceof Refusal) return priced;
    const isInstant = resource.rules.approval === 'instant';
    const booking = draftBooking(resource, priced, {
      action: 'request',
      actorId: renterId,
      renterId,
      status: isInstant ? 'confirmed' : 'pending',
      message,
      expiresAtMs: isInstant ? undefined : requestExpiry(priced.stay.during, now.getTime()),
    }, now);
    return placementOf(booking, resource, { happened: isInstant ? 'confirmed' : 'requested', takesPlaces: isInstant || requestsTakePlaces(resource), command });
  }
}

import { Injectable } from '@nestjs/common';
import type { PlaceBookingRequest } from '@bookable/contracts-booking';
import { DomainError, NotFound } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database, identifyCommand } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import type { BesideResource } from '../domain/beside';
import { type Promotion, promotionTerms } from '../domain/promotion';
import { Refusal } from '../domain/refusal';
import { requestExpiry } from '../domain/request-expiry';
import { type Resource, isBookedAtOnce, requestsTakePlaces } from '../domain/resource';
import type { WaitlistEntry } from '../domain/waitlist/waitlist-entry';
import { HoldStore } from '../persistence/hold.store';
import type { Placement } from '../persistence/placement.store';
import { WaitlistStore } from '../persistence/waitlist.store';
import { AdmitPromotion } from './promotions/admit-promotion';
import { BesideResources } from './beside-resources';
import { FreshenCalendars } from './calendars/freshen-calendars';
import { callerOf } from './caller';
import { draftBooking, priceStay } from './draft-booking';
import { EventAudience } from './event-audience';
import { placementOf } from './placement-of';
import { priceTogether } from './price-together';
import { SubmitPlacement } from './submit-placement';

interface DraftParts extends Pick<Placement, 'command'> {
  readonly taken?: WaitlistEntry;
  readonly beside: readonly BesideResource[];
  readonly promotion?: Promotion;
}

/** Asks for a booking: confirmed at once where the listing books instantly, else pending. */
@Injectable()
export class PlaceBooking {
  constructor(
    private readonly submission: SubmitPlacement,
    private readonly audience: EventAudience,
    private readonly holds: HoldStore,
    private readonly besides: BesideResources,
    private readonly waitlist: WaitlistStore,
    private readonly database: Database,
    private readonly freshenCalendars: FreshenCalendars,
    private readonly promotions: AdmitPromotion,
    private readonly clock: Clock,
  ) {}

  async execute(request: PlaceBookingRequest, context: MessageContext): Promise<Buffer> {
    const renterId = callerOf(context);
    const command = identifyCommand(context, request);
    return this.submission.submit(request.listingId, command, async (resource) => {
      await this.audience.admit(resource, context);
      const beside = await this.besides.find(request.beside, context);
      if (isBookedAtOnce(resource)) await this.freshenCalendars.execute([resource, ...beside.map((one) => one.resource)]);
      const taken = await this.offerTo(renterId, request.holdId);
      const wish = taken ? fromOffer(request, taken, resource) : await this.fromHold(request, renterId);
      if (wish instanceof Refusal) return wish;
      const promotion = await this.promotions.execute(wish.promotion, resource, { quantity: 1, ...wish }, renterId, this.clock.now().getTime());
      if (promotion instanceof Refusal) return promotion;
      return this.draft(resource, wish, renterId, { taken, command, promotion, beside });
    });
  }

  /** The entry in line to which a hold is, or was, an offer. */
  private async offerTo(renterId: string, holdId: string | undefined): Promise<WaitlistEntry | undefined> {
    const entry = holdId === undefined ? undefined : await this.database.transaction((tx) => this.waitlist.find(tx, holdId));
    return entry?.renterId === renterId ? entry : undefined;
  }

  /** What is asked for, completed from the hold it comes from. */
  private async fromHold(request: PlaceBookingRequest, renterId: string): Promise<PlaceBookingRequest | Refusal> {
    const { holdId, listingId } = request;
    if (holdId === undefined) return request;
    const hold = await this.holds.find(holdId, renterId);
    if (hold && hold.resourceId !== listingId) return new Refusal('malformed', 'is of another listing', 'holdId');
    if (!hold) throw new DomainError(NotFound, 'There is no such hold.');
    const { from = hold.from, to = hold.to, quantity = hold.quantity, options = hold.options ?? undefined } = request;
    return { ...request, from, to, quantity, options };
  }

  private draft(resource: Resource, request: PlaceBookingRequest, renterId: string, { beside, promotion, ...parts }: DraftParts): Placement | Refusal {
    if (resource.ownerId === renterId) return new Refusal('own-listing');
    const now = this.clock.now();
    const { from, to, quantity = 1, options, guests, locale, message, holdId } = request;
    const priced = priceTogether(resource, { from, to, quantity, options, guests }, beside, (one, wish) =>
      priceStay(one, wish, now.getTime(), { locale, promotion: promotion && one === resource ? promotionTerms(promotion) : undefined }));
    if (priced instanceof Refusal) return priced;
    const isInstant = isBookedAtOnce(resource) && !beside.some((one) => one.resource.instantIsPaused);
    const booking = draftBooking(resource, priced, {
      action: 'request',
      actorId: renterId,
      renterId,
      status: isInstant ? 'confirmed' : 'pending',
      message,
      beside: beside.map((one) => ({ listingId: one.resource.id, quantity: one.quantity })),
      expiresAtMs: isInstant ? undefined : requestExpiry(priced.stay.during, now.getTime()),
    }, now);
    const takesPlaces = isInstant || requestsTakePlaces(resource);
    return placementOf(booking, resource, { happened: isInstant ? 'confirmed' : 'requested', claims: priced.claims, beside, takesPlaces, holdId, promotionId: promotion?.id, ...parts });
  }
}

/** What somebody waited for; an event has a time of its own, wherever it is by now. */
function fromOffer(request: PlaceBookingRequest, { resourceId, from, to, quantity }: WaitlistEntry, { unit }: Resource): PlaceBookingRequest | Refusal {
  if (resourceId !== request.listingId) return new Refusal('malformed', 'is of another listing', 'holdId');
  return unit === 'session' ? { quantity, ...request } : { from, to, quantity, ...request };
}

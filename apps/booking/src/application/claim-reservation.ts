import {
  type ClaimReservationRequest, type ClaimReservationsRequest, type ReleaseReservationRequest, type ReservationClaimView, type ReservationClaimsView, SaidTooLate, SlotTaken,
} from '@bookable/contracts-booking';
import { DomainError } from '@bookable/kernel';
import type { Transaction } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { quoteStay } from '../domain/quote/quote-stay';
import { readStay } from '../domain/read-stay';
import { Refusal } from '../domain/refusal';
import type { Resource } from '../domain/resource';
import { anOptionIsNotOffered, stayReachesBeyondTheHorizon } from '../domain/stay-rules';
import { ReservationClaimStore, type WantedClaim } from '../persistence/reservation-claim.store';
import { ResourceStore } from '../persistence/resource.store';
import { FindResource } from './find-resource';
import { quoteView } from './quote-view';
import { unlessRefused } from './refuse';
import { ServeWaitlist } from './serve-waitlist';

const MINUTE_MS = 60_000;

interface PricedClaim {
  readonly resource: Resource;
  readonly claim: WantedClaim;
  readonly view: ReservationClaimView;
}

/**
 * A hotel says which time one of its reservations has, or that it needs none any more. Who may reserve, and until when,
 * is the hotel's to say; whether the time is free is decided here, beside everything else that takes it.
 */
@Injectable()
export class ClaimReservation {
  constructor(
    private readonly find: FindResource,
    private readonly claims: ReservationClaimStore,
    private readonly resources: ResourceStore,
    private readonly line: ServeWaitlist,
    private readonly clock: Clock,
  ) {}

  async claim(request: ClaimReservationRequest): Promise<ReservationClaimView> {
    return (await this.claimTogether({ claims: [request] })).claims[0]!;
  }

  /** All of them or none: none of the resources is free for anybody else until the last is claimed. */
  async claimTogether({ claims }: ClaimReservationsRequest): Promise<ReservationClaimsView> {
    const priced: PricedClaim[] = [];
    for (const request of claims) priced.push(await this.priced(request));
    const waitedFor = priced.filter(({ resource }) => resource.isWaitedFor).map(({ resource }) => resource.id);
    const serveLines = waitedFor.length > 0 ? (tx: Transaction) => this.serveLines(tx, waitedFor) : undefined;
    const outcome = await this.claims.claim(priced.map(({ claim }) => claim), this.clock.now(), serveLines);
    if (outcome !== 'claimed') throw new DomainError(outcome === 'late' ? SaidTooLate : SlotTaken);
    return { claims: priced.map(({ view }) => view) };
  }

  /** Those who wait for a resource are offered what is free of it before anything is claimed, behind the same lock: nothing that frees in between is the hotel's to take. */
  private async serveLines(tx: Transaction, resourceIds: readonly string[]): Promise<void> {
    for (const resource of (await this.resources.readWithin(tx, resourceIds)).values()) await this.line.serve(tx, resource, this.clock.now());
  }

  /** What a claim is of and costs. */
  private async priced({ listingId, from, to, options, offer, reservedAt, reservationId, number }: ClaimReservationRequest): Promise<PricedClaim> {
    const heard = await this.find.roomType(listingId, offer.rooms);
    const resource: Resource = { ...heard, price: offer.price, rules: { ...heard.rules, checkIn: offer.checkIn, checkOut: offer.checkOut } };
    const now = this.clock.now();
    const stay = unlessRefused(readStay(resource, { from, to, quantity: 1, options }));
    if (anOptionIsNotOffered(stay, resource)) unlessRefused(new Refusal('option-not-offered'));
    if (stayReachesBeyondTheHorizon(stay, resource, now.getTime())) unlessRefused(new Refusal('too-far'));
    const quote = unlessRefused(quoteStay(stay, resource, { bookedAtMs: Date.parse(reservedAt) }));
    const cleanedAtMs = stay.during.toMs + (offer.cleaningMinutes ?? 0) * MINUTE_MS;
    return {
      resource: heard,
      claim: { reservationId, number, resourceId: resource.id, during: stay.during, cleanedAtMs },
      view: { startsAt: new Date(stay.during.fromMs).toISOString(), endsAt: new Date(stay.during.toMs).toISOString(), quote: quoteView(quote) },
    };
  }

  async release(word: ReleaseReservationRequest): Promise<void> {
    await this.claims.release(word, this.clock.now());
  }
}

import type { PricePlan } from '@bookable/kernel';
import type { StayTerms } from '../domain/reservation';

/** Of which reservation something is said, and the how manieth thing it is. */
export interface ReservationWord {
  readonly reservationId: string;
  readonly number: number;
}

/** The time a reservation shall have, and what its hotel offers. */
export interface ClaimWish extends ReservationWord {
  readonly terms: StayTerms;
  readonly rooms: number;
  readonly checkIn: string;
  readonly checkOut: string;
  readonly price: PricePlan;
  readonly reservedAt: Date;
}

/** What a stay costs. */
export interface StayPrice {
  readonly total: { readonly amount: number; readonly currency: string };
  readonly lines: readonly { readonly label: string; readonly rule: string; readonly units: number; readonly unitAmount: number; readonly amount: number }[];
}

/** What has become of the stays of a booking, and who did it. */
export interface BookedStay {
  readonly bookingId: string;
  readonly status: 'in_progress' | 'completed' | 'cancelled' | 'no_show';
  readonly actorId: string;
  readonly reason?: string;
}

/** Keeps the time of reservations, beside everything else that takes it. */
export abstract class ReservationClaims {
  /** Makes this the time of a reservation and prices it; throws the refusal where it cannot be had. */
  abstract claim(wish: ClaimWish): Promise<StayPrice>;

  /** The same for several reservations, all of them or none. */
  abstract claimTogether(wishes: readonly ClaimWish[]): Promise<readonly StayPrice[]>;

  /** The reservation needs its time no longer. */
  abstract release(word: ReservationWord): Promise<void>;

  /** The room was booked like any listing: the booking follows the stay. */
  abstract follow(stay: BookedStay): Promise<void>;
}

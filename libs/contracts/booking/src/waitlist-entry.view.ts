import { IsDayOrInstant, IsId, IsInstant } from '@bookable/wire';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Min, ValidateNested } from 'class-validator';

/** Where a waitlist entry stands. */
export const WAITLIST_STATUSES = ['waiting', 'offered', 'taken', 'passed', 'lapsed', 'withdrawn'] as const;
/** One of the statuses. */
export type WaitlistStatus = (typeof WAITLIST_STATUSES)[number];

/** A place that is held for whoever is next. */
export class WaitlistOfferView {
  /** Until when it is held; afterwards it goes to the next in line. */
  @IsInstant()
  expiresAt: string;
}

/** Somebody who waits for a time of a listing that is taken. */
export class WaitlistEntryView {
  @IsId()
  id: string;

  @IsId()
  listingId: string;

  /** Who waits; absent where the desk of a hotel has put a guest in line who has no account. */
  @IsOptional() @IsId()
  renterId?: string;

  /** The hotel's record of the guest whom its desk has put in line, and for whom it may answer. */
  @IsOptional() @IsId()
  guestId?: string;

  /** A day in the listing's time zone where it is let by nights or days, else an instant. */
  @IsDayOrInstant()
  from: string;

  /** The end, excluded. */
  @IsDayOrInstant()
  to: string;

  @IsInt() @Min(1)
  quantity: number;

  /** 1 for whoever is first among all who wait for some of this time; absent once the wait is over. */
  @IsOptional() @IsInt() @Min(1)
  position?: number;

  @IsIn(WAITLIST_STATUSES)
  status: WaitlistStatus;

  /** Present while a place is held for this entry. */
  @IsOptional() @ValidateNested() @Type(() => WaitlistOfferView)
  offer?: WaitlistOfferView;

  /** What became of the offer that was taken. */
  @IsOptional() @IsId()
  bookingId?: string;

  /** The same where the desk of the hotel took it. */
  @IsOptional() @IsId()
  reservationId?: string;

  @IsInstant()
  createdAt: string;
}

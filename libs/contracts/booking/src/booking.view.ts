import { IsDayOrInstant, IsId, IsInstant, IsText, MoneyView } from '@bookable/wire';
import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsIn, IsInt, IsOptional, Min, ValidateNested } from 'class-validator';
import { BesideView } from './beside.view';
import { BookingOptions } from './booking-options';
import { CancellationView } from './cancellation.view';
import { ProposedChangeView } from './proposed-change.view';
import { QuoteView } from './quote.view';

/** Where a booking stands. */
export const BOOKING_STATUSES = [
  'invited', 'pending', 'confirmed', 'in_progress', 'completed', 'rejected', 'declined', 'cancelled', 'expired', 'no_show',
] as const;
/** One of the statuses. */
export type BookingStatus = (typeof BOOKING_STATUSES)[number];

/** What kinds of listing can be booked. */
export const BOOKABLE_KINDS = ['apartment', 'item', 'workspace', 'event', 'room'] as const;
/** One of the kinds. */
export type BookableKind = (typeof BOOKABLE_KINDS)[number];

/** How a guest answers the doubt about a booking: the steps of these names. */
export const DOUBT_ANSWERS = ['reconfirm', 'cancel'] as const;
/** One of the answers. */
export type DoubtAnswer = (typeof DOUBT_ANSWERS)[number];

/** The agreement between a renter and an owner, as both of them see it. */
export class BookingView {
  @IsId()
  id: string;

  @IsId()
  listingId: string;

  @IsIn(BOOKABLE_KINDS)
  kind: BookableKind;

  @IsId()
  renterId: string;

  @IsId()
  ownerId: string;

  /** A day in the listing's time zone where it is let by nights or days, else an instant. */
  @IsDayOrInstant()
  from: string;

  /** The end, excluded: the day of departure, or the day after the last day. */
  @IsDayOrInstant()
  to: string;

  /** The instant the claimed time begins, check-in time included. */
  @IsInstant()
  startsAt: string;

  /** The instant the claimed time ends. */
  @IsInstant()
  endsAt: string;

  @IsInt() @Min(1)
  quantity: number;

  @ValidateNested() @Type(() => MoneyView)
  total: MoneyView;

  /** The quote of what is agreed; a change comes with a quote of its own, and the history keeps them all. */
  @ValidateNested() @Type(() => QuoteView)
  quote: QuoteView;

  @IsIn(BOOKING_STATUSES)
  status: BookingStatus;

  @IsOptional() @ValidateNested() @Type(() => BookingOptions)
  options?: BookingOptions;

  /** What is booked with it for the same time. */
  @IsOptional() @IsArray() @ValidateNested({ each: true }) @Type(() => BesideView)
  beside?: BesideView[];

  /** What the renter wrote to the owner. */
  @IsOptional() @IsText(1, 2000)
  message?: string;

  /** Why it was rejected or cancelled. */
  @IsOptional() @IsText(1, 2000)
  reason?: string;

  @IsInstant()
  createdAt: string;

  @IsInstant()
  updatedAt: string;

  /** When a pending request runs out. */
  @IsOptional() @IsInstant()
  expiresAt?: string;

  /** What one party would like to change, while the other has not answered. */
  @IsOptional() @ValidateNested() @Type(() => ProposedChangeView)
  proposedChange?: ProposedChangeView;

  /** Once it is cancelled: what of the total came back, computed at that moment. */
  @IsOptional() @ValidateNested() @Type(() => CancellationView)
  cancellation?: CancellationView;

  /** True while the guest has other plans for the time of the event, because one of the two was moved, and has not said what they will do. */
  @IsOptional() @IsBoolean()
  inDoubt?: boolean;

  /** What the guest may do about a doubt, each by its own route: confirm again, or withdraw; where the host has moved the event everything comes back. */
  @IsOptional() @IsIn(DOUBT_ANSWERS, { each: true })
  doubtAnswers?: DoubtAnswer[];
}

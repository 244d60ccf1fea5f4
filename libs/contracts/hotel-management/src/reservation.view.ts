import { IsDay, IsId, IsInstant, IsText, IsTimeOfDay, MoneyView } from '@bookable/wire';
import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString, Min, ValidateNested } from 'class-validator';
import { PaymentView } from './payment.view';
import { ROOM_CATEGORIES, type RoomCategory } from './room.view';

/** Where a reservation stands, in the words of bookings: `in_progress` from check-in to check-out. */
export const RESERVATION_STATUSES = ['confirmed', 'in_progress', 'completed', 'cancelled', 'no_show'] as const;
/** One of the statuses. */
export type ReservationStatus = (typeof RESERVATION_STATUSES)[number];

/** One line of the price: `units` times `unitAmount` is `amount`, in minor units of the total's currency. */
export class StayPriceLine {
  @IsString()
  label: string;

  @IsString()
  rule: string;

  @IsInt()
  units: number;

  @IsInt()
  unitAmount: number;

  @IsInt()
  amount: number;
}

/** A hotel's record of a stay: who has which kind of room from when to when, and what became of it. */
export class ReservationView {
  @IsId()
  id: string;

  @IsId()
  hotelId: string;

  @IsIn(RESERVATION_STATUSES)
  status: ReservationStatus;

  @IsIn(ROOM_CATEGORIES)
  category: RoomCategory;

  @IsInt() @Min(1)
  beds: number;

  @IsBoolean()
  minibar: boolean;

  /** The room as it is planned; it may become another one until check-in, unless the reservation is for this very room. */
  @IsOptional() @IsId()
  roomId?: string;

  @IsOptional() @IsString()
  roomNumber?: string;

  /** Whether it is for this very room. */
  @IsBoolean()
  isPinned: boolean;

  /** The day of arrival where the hotel is. */
  @IsDay()
  from: string;

  /** The day of departure. */
  @IsDay()
  to: string;

  /** From when the room is the guest's, options included. */
  @IsInstant()
  startsAt: string;

  @IsInstant()
  endsAt: string;

  @IsOptional() @IsTimeOfDay()
  earlyCheckIn?: string;

  @IsOptional() @IsTimeOfDay()
  lateCheckOut?: string;

  /** The record of the guest, where the hotel has one. */
  @IsOptional() @IsId()
  guestId?: string;

  @IsOptional() @IsString()
  guestName?: string;

  /** The account of whoever stays. */
  @IsOptional() @IsId()
  userId?: string;

  /** The booking it is of, where it was booked like any listing: that says for which time, and what it costs. */
  @IsOptional() @IsId()
  bookingId?: string;

  /** The group it is of, where several rooms were reserved as one. */
  @IsOptional() @IsId()
  groupId?: string;

  @IsOptional() @IsText(1, 2000)
  note?: string;

  @ValidateNested() @Type(() => MoneyView)
  total: MoneyView;

  /** What the total is made of. */
  @IsArray() @ValidateNested({ each: true }) @Type(() => StayPriceLine)
  lines: StayPriceLine[];

  /** What has been paid so far, less what was given back. */
  @ValidateNested() @Type(() => MoneyView)
  paid: MoneyView;

  /** Every payment and refund, in the order they were made. */
  @IsArray() @ValidateNested({ each: true }) @Type(() => PaymentView)
  payments: PaymentView[];

  @IsOptional() @IsInstant()
  checkedInAt?: string;

  @IsOptional() @IsInstant()
  checkedOutAt?: string;

  /** Why it was cancelled. */
  @IsOptional() @IsText(1, 2000)
  reason?: string;

  @IsInstant()
  createdAt: string;

  @IsInstant()
  updatedAt: string;
}

import { IsDay, IsId, IsInstant } from '@bookable/wire';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Min, ValidateNested } from 'class-validator';

/** Where somebody stands who waits for a room; the last four are what became of it. */
export const LINE_STATUSES = ['waiting', 'offered', 'taken', 'passed', 'lapsed', 'withdrawn'] as const;
/** One of the statuses. */
export type LineStatus = (typeof LINE_STATUSES)[number];

/** A room that is held for whoever is next. */
export class LineOfferView {
  /** Until when it is held; afterwards it goes to the next in line. */
  @IsInstant()
  expiresAt: string;
}

/** Somebody who waits for a room of a type. */
export class LineEntryView {
  @IsId()
  id: string;

  @IsId()
  hotelId: string;

  /** Also the id of its listing. */
  @IsId()
  roomTypeId: string;

  /** 1 for whoever is first among all who wait for some of these nights; absent once the wait is over. */
  @IsOptional() @IsInt() @Min(1)
  position?: number;

  /** The record of the guest, where the hotel has one. */
  @IsOptional() @IsId()
  guestId?: string;

  @IsOptional() @IsString()
  guestName?: string;

  /** The account of whoever waits. */
  @IsOptional() @IsId()
  userId?: string;

  /** Whether the desk has put them there, and may take for them what is offered. */
  @IsBoolean()
  isOfDesk: boolean;

  /** The day of arrival where the hotel is. */
  @IsDay()
  from: string;

  /** The day of departure. */
  @IsDay()
  to: string;

  /** How many rooms. */
  @IsInt() @Min(1)
  rooms: number;

  @IsIn(LINE_STATUSES)
  status: LineStatus;

  /** Present while a room is held for them. */
  @IsOptional() @ValidateNested() @Type(() => LineOfferView)
  offer?: LineOfferView;

  /** Since when they wait. */
  @IsInstant()
  createdAt: string;
}

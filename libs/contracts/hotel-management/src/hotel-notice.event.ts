import { defineEvent } from '@bookable/kernel';
import { IsDay, IsId, IsInstant, IsText, IsTimeZoneName } from '@bookable/wire';
import { IsArray, IsIn, IsInt, IsOptional, IsString } from 'class-validator';
import { CLEANING_CAUSES, type CleaningCause } from './cleaning.command';

/** What the staff of a hotel is told (E10, E12). */
export class HotelNoticeFacts {
  /** Of the notice: each is told once. */
  @IsId()
  id: string;

  @IsId()
  hotelId: string;

  @IsText(1, 200)
  hotelName: string;

  @IsTimeZoneName()
  timeZone: string;

  /** Whose business it is: the accounts of those who work in the hotel for it, as it was told. */
  @IsArray() @IsId({ each: true })
  readerIds: readonly string[];

  /** Always 1: a notice is told once, and at another time it is another notice. */
  @IsInt()
  version: number;
}

/** What is told of one of its rooms. */
export class RoomNoticeFacts extends HotelNoticeFacts {
  @IsId()
  roomId: string;

  @IsString()
  roomNumber: string;
}

/** What is told of a stay that ends. */
export class StayNoticeFacts extends RoomNoticeFacts {
  @IsId()
  reservationId: string;

  /** When the guest leaves, or should have left. */
  @IsInstant()
  endsAt: string;
}

/** What is told of a room that is to be cleaned, or was. */
export class CleaningNoticeFacts extends RoomNoticeFacts {
  @IsId()
  cleaningId: string;

  @IsIn(CLEANING_CAUSES)
  cause: CleaningCause;

  /** What whoever asked for it said to whoever cleans. */
  @IsOptional() @IsText(1, 500)
  note?: string;
}

/** What is told of a room that is held for a guest whom the desk has put in line. */
export class LineNoticeFacts extends HotelNoticeFacts {
  /** Of the waitlist entry, which the desk takes or takes out. */
  @IsId()
  entryId: string;

  /** The hotel's record of who waits. */
  @IsId()
  guestId: string;

  @IsId()
  roomTypeId: string;

  @IsText(1, 200)
  roomTypeTitle: string;

  @IsDay()
  from: string;

  @IsDay()
  to: string;

  /** When it goes to the next in line. */
  @IsInstant()
  until: string;
}

const aggregateId = (facts: HotelNoticeFacts) => facts.id;

/** A guest leaves within 24 hours. Told anew where the stay comes to end at another time. */
export const DepartureDue = defineEvent<StayNoticeFacts>({ topic: 'hotel-management.departure.due', payload: StayNoticeFacts, aggregateId });

/** A guest has not left by their time. */
export const StayOverdue = defineEvent<StayNoticeFacts>({ topic: 'hotel-management.stay.overdue', payload: StayNoticeFacts, aggregateId });

/** A room has become free for a guest whom the desk has put in line, and is held for them. */
export const RoomHeld = defineEvent<LineNoticeFacts>({ topic: 'hotel-management.room.held', payload: LineNoticeFacts, aggregateId });

/** A room is to be cleaned. */
export const CleaningRequested = defineEvent<CleaningNoticeFacts>({ topic: 'hotel-management.cleaning.requested', payload: CleaningNoticeFacts, aggregateId });

/** A room is clean. */
export const CleaningDone = defineEvent<CleaningNoticeFacts>({ topic: 'hotel-management.cleaning.done', payload: CleaningNoticeFacts, aggregateId });

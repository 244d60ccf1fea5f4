import { IsId, IsInstant, IsText, IsTimeZoneName } from '@bookable/wire';
import { IsArray, IsIn, IsInt, IsOptional } from 'class-validator';
import { BookingView } from './booking.view';
import { BOOKING_ACTIONS, type BookingAction } from './get-booking-history.query';

/** The whole state of a booking at one version, with what its readers would otherwise have to ask for. */
export class BookingFacts extends BookingView {
  /** What has just happened to it; `request` with status `confirmed` is an instant booking. */
  @IsIn(BOOKING_ACTIONS)
  action: BookingAction;

  @IsText(1, 200)
  listingTitle: string;

  @IsTimeZoneName()
  timeZone: string;

  /** Who did it; null where time did. */
  @IsOptional() @IsId()
  actorId: string | null;

  /** Who may answer for the owner of an event; left out where nobody does. */
  @IsOptional() @IsArray() @IsId({ each: true })
  moderatorIds?: string[];

  /** Until when its rooms are cleaned after it, time that is kept free with it; left out where that takes none. */
  @IsOptional() @IsInstant()
  cleanedAt?: string;

  @IsInt()
  version: number;
}

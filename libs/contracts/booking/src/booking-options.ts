import { IsTimeOfDay } from '@bookable/wire';
import { IsOptional } from 'class-validator';

/** What may be asked for beside the stay itself. */
export class BookingOptions {
  /** Arrive before the check-in time, from 06:00; costs half a night. Hotel rooms only. */
  @IsOptional() @IsTimeOfDay()
  earlyCheckIn?: string;

  /** Leave after the check-out time, until 20:00; costs half a night. Hotel rooms only. */
  @IsOptional() @IsTimeOfDay()
  lateCheckOut?: string;
}

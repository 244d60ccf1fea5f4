import { IsInt } from 'class-validator';
import { IsId, IsTimeZoneName } from './text-rules';
import { IsInstant } from './time-rules';

/** An event at another time, as far as everybody who tells of it says the same. */
export class MovedEventFacts {
  @IsId()
  listingId: string;

  @IsId()
  ownerId: string;

  @IsTimeZoneName()
  timeZone: string;

  @IsInstant()
  from: string;

  @IsInstant()
  to: string;

  /** When it was to begin until now. */
  @IsInstant()
  fromBefore: string;

  /** When it was to end until now. */
  @IsInstant()
  toBefore: string;

  @IsInt()
  version: number;
}

import { IsInt } from 'class-validator';
import { IsId, IsTimeZoneName } from './text-rules';
import { IsInstant } from './time-rules';

/** Which event something is told of, and when it takes place. */
export class ToldEventFacts {
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

  @IsInt()
  version: number;
}

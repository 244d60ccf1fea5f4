import { defineCommand } from '@bookable/kernel';
import { IsDayOrInstant, IsId, IsText, MayBeLeftOut } from '@bookable/wire';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsOptional, ValidateNested } from 'class-validator';
import { SlotTaken, TooShort } from './booking.errors';

/** A stretch of days or of instants, the end excluded. */
export class BlockedRange {
  @IsDayOrInstant()
  from: string;

  @IsDayOrInstant()
  to: string;
}

/** A stretch to close, and why. */
export class Block extends BlockedRange {
  /** For the owner's own eyes. */
  @IsOptional() @IsText(1, 500)
  note?: string;
}

/** What to open and what to close; either may be left out. */
export class ChangeAvailabilityRequest {
  @IsId()
  listingId: string;

  @MayBeLeftOut() @IsArray() @ArrayMaxSize(1000) @ValidateNested({ each: true }) @Type(() => Block)
  block?: Block[];

  @MayBeLeftOut() @IsArray() @ArrayMaxSize(1000) @ValidateNested({ each: true }) @Type(() => BlockedRange)
  unblock?: BlockedRange[];
}

/** The owner, or an administrator, closes and opens time by hand: first everything under `unblock`, then everything under `block`, all or nothing. */
export const ChangeAvailability = defineCommand<ChangeAvailabilityRequest>({
  topic: 'booking.change-availability',
  request: ChangeAvailabilityRequest,
  problems: [SlotTaken, TooShort],
});

import { defineCommand } from '@bookable/kernel';
import { IsDay, IsDayOrInstant, IsId, IsText, MayBeLeftOut } from '@bookable/wire';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsInt, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { SlotTaken, TooShort } from './booking.errors';

/** A stretch of days or of instants, the end excluded. */
export class BlockedRange {
  @IsDayOrInstant()
  from: string;

  @IsDayOrInstant()
  to: string;
}

/** The rhythms in which a block may come again. */
export const REPETITIONS = ['day', 'week'] as const;
/** One of the rhythms. */
export type Repetition = (typeof REPETITIONS)[number];

/** How a block comes again, at the same times of the local day whatever the clocks do. */
export class BlockRepetition {
  @IsIn(REPETITIONS)
  every: Repetition;

  /** For `week`: on which days it begins, 1 for Monday to 7 for Sunday; on that of the first one unless told. */
  @MayBeLeftOut() @IsArray() @ArrayMinSize(1) @ArrayUnique() @IsInt({ each: true }) @Min(1, { each: true }) @Max(7, { each: true })
  weekdays?: number[];

  /** The last day on which it may begin. */
  @IsDay()
  until: string;
}

/** A stretch to close, and why. */
export class Block extends BlockedRange {
  /** For the owner's own eyes. */
  @IsOptional() @IsText(1, 500)
  note?: string;

  /** Left out, it is closed once. */
  @MayBeLeftOut() @ValidateNested() @Type(() => BlockRepetition)
  repeat?: BlockRepetition;
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

/** The owner, or an administrator, closes and opens time by hand: first everything under `unblock`, then everything under `block`, all or nothing. A change closes 1000 stretches at most, those that come again counted one by one. */
export const ChangeAvailability = defineCommand<ChangeAvailabilityRequest>({
  topic: 'booking.change-availability',
  request: ChangeAvailabilityRequest,
  problems: [SlotTaken, TooShort],
});

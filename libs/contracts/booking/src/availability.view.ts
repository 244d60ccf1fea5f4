import { IsDay, IsInstant } from '@bookable/wire';
import { Type } from 'class-transformer';
import { IsArray, IsInt, IsOptional, Min, ValidateNested } from 'class-validator';

/** What is left of one day: the least at any moment a stay on that day would need. */
export class FreeDay {
  @IsDay()
  date: string;

  @IsInt() @Min(0)
  free: number;
}

/** A stretch of time through which the same number of places is left. */
export class FreeSlot {
  @IsInstant()
  from: string;

  @IsInstant()
  to: string;

  @IsInt() @Min(0)
  free: number;
}

/** `days` for nights and days, `slots` for hours and events. */
export class AvailabilityView {
  @IsOptional() @IsArray() @ValidateNested({ each: true }) @Type(() => FreeDay)
  days?: FreeDay[];

  @IsOptional() @IsArray() @ValidateNested({ each: true }) @Type(() => FreeSlot)
  slots?: FreeSlot[];
}

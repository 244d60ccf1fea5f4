import { defineEvent } from '@bookable/kernel';
import { IsDayOrInstant, IsId } from '@bookable/wire';
import { Type } from 'class-transformer';
import { IsArray, IsIn, IsInt, Min, ValidateNested } from 'class-validator';

/** By what a resource is let. */
export const RESOURCE_UNITS = ['night', 'day', 'hour', 'session'] as const;
/** One of the units of time. */
export type ResourceUnit = (typeof RESOURCE_UNITS)[number];

/** A stretch with fewer places left than there are; local days for nights and days, else instants; `to` is excluded. */
export class AvailabilitySegment {
  @IsDayOrInstant()
  from: string;

  @IsDayOrInstant()
  to: string;

  @IsInt() @Min(0)
  free: number;
}

/** All that is taken of a listing in the 768 days from now on; what is not told is free. */
export class AvailabilityFacts {
  @IsId()
  listingId: string;

  @IsIn(RESOURCE_UNITS)
  unit: ResourceUnit;

  @IsInt() @Min(0)
  capacity: number;

  @IsInt()
  version: number;

  @IsArray() @ValidateNested({ each: true }) @Type(() => AvailabilitySegment)
  segments: AvailabilitySegment[];
}

/** What is left of a listing has changed; changes close together are told as one. */
export const AvailabilityChanged = defineEvent<AvailabilityFacts>({
  topic: 'booking.availability.changed',
  payload: AvailabilityFacts,
  aggregateId: (facts) => facts.listingId,
});

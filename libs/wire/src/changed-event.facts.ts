import { IsArray, IsIn, IsInt } from 'class-validator';
import { MayBeLeftOut } from './presence-rules';
import { IsId, IsText, IsTimeZoneName } from './text-rules';
import { IsInstant } from './time-rules';

/** What of an event its guests want to know of beside its time, which is told as a move. */
export const EVENT_CHANGES = ['title', 'film', 'place', 'price', 'description'] as const;
/** One of them. */
export type EventChange = (typeof EVENT_CHANGES)[number];

/** An event as its host has changed it, as far as everybody who tells of it says the same. */
export class ChangedEventFacts {
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

  /** Where it takes place, in the words of its host. */
  @MayBeLeftOut() @IsText(0, 500)
  place?: string;

  @IsArray() @IsIn(EVENT_CHANGES, { each: true })
  changed: EventChange[];

  @IsInt()
  version: number;
}

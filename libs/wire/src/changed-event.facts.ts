import { IsArray, IsIn } from 'class-validator';
import { MayBeLeftOut } from './presence-rules';
import { IsText } from './text-rules';
import { ToldEventFacts } from './told-event.facts';

/** What of an event its guests want to know of beside its time, which is told as a move. */
export const EVENT_CHANGES = ['title', 'film', 'place', 'price', 'description'] as const;
/** One of them. */
export type EventChange = (typeof EVENT_CHANGES)[number];

/** An event as its host has changed it, as far as everybody who tells of it says the same. */
export class ChangedEventFacts extends ToldEventFacts {
  /** Where it takes place, in the words of its host. */
  @MayBeLeftOut() @IsText(0, 500)
  place?: string;

  @IsArray() @IsIn(EVENT_CHANGES, { each: true })
  changed: EventChange[];
}

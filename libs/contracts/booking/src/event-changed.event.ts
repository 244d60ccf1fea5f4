import { defineEvent } from '@bookable/kernel';
import { ChangedEventFacts, IsId, IsText } from '@bookable/wire';
import { IsArray } from 'class-validator';

/** An event as its host has changed it, and who is to hear of that. */
export class EventNewsFacts extends ChangedEventFacts {
  @IsText(1, 200)
  listingTitle: string;

  /** Whoever has asked to come, is invited, comes or helps. */
  @IsArray() @IsId({ each: true })
  readerIds: string[];
}

/** The people of an event are to hear that its host has changed it (C5). */
export const EventNews = defineEvent<EventNewsFacts>({ topic: 'booking.event.changed', payload: EventNewsFacts, aggregateId: (facts) => facts.listingId });

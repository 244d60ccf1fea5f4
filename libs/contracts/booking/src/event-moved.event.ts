import { defineEvent } from '@bookable/kernel';
import { IsId, IsText, MovedEventFacts } from '@bookable/wire';
import { IsArray } from 'class-validator';

/** An event as its host has moved it, and who is to hear of that: nobody stands in two of the lists. */
export class EventMoveNewsFacts extends MovedEventFacts {
  @IsText(1, 200)
  listingTitle: string;

  /** Whoever comes. */
  @IsArray() @IsId({ each: true })
  guestIds: string[];

  /** Whoever is invited and has not answered. */
  @IsArray() @IsId({ each: true })
  invitedIds: string[];

  /** Whoever has asked to come and has no answer. */
  @IsArray() @IsId({ each: true })
  askingIds: string[];

  /** Whoever helps the host and is none of these. */
  @IsArray() @IsId({ each: true })
  helperIds: string[];
}

/** The people of an event are to hear that its host has moved it (C5). */
export const EventMoveNews = defineEvent<EventMoveNewsFacts>({ topic: 'booking.event.moved', payload: EventMoveNewsFacts, aggregateId: (facts) => facts.listingId });

import { defineEvent } from '@bookable/kernel';
import { IsText, MovedEventFacts } from '@bookable/wire';
import { IsBoolean } from 'class-validator';

/** An event as its host has moved it. */
export class EventMoveFacts extends MovedEventFacts {
  @IsText(1, 200)
  title: string;

  /** Whether nobody but followers of the host may see it. */
  @IsBoolean()
  followersOnly: boolean;
}

/** The host has moved an event (C5). Told beside `catalog.listing.changed`, which does not say what held before. */
export const EventMoved = defineEvent<EventMoveFacts>({ topic: 'catalog.event.moved', payload: EventMoveFacts, aggregateId: (facts) => facts.listingId });

import { defineEvent } from '@bookable/kernel';
import { ChangedEventFacts, IsText } from '@bookable/wire';

/** An event as its host has changed it while it was offered. */
export class EventChangeFacts extends ChangedEventFacts {
  @IsText(1, 200)
  title: string;
}

/** The host has changed what guests want to know of (C5). Told beside `catalog.listing.changed`, which says all of it. */
export const EventChanged = defineEvent<EventChangeFacts>({ topic: 'catalog.event.changed', payload: EventChangeFacts, aggregateId: (facts) => facts.listingId });

import { defineEvent } from '@bookable/kernel';
import { IsId, IsInstant, IsText, IsTimeZoneName, MayBeLeftOut } from '@bookable/wire';
import { IsArray, IsIn, IsInt } from 'class-validator';

/** What people hear of when the host of an event changes it; of its time notification tells by itself. */
export const EVENT_NEWS = ['title', 'film', 'place', 'price', 'description'] as const;
/** One of them. */
export type EventNewsPart = (typeof EVENT_NEWS)[number];

/** An event as its host has changed it, and who is to hear of that. */
export class EventNewsFacts {
  @IsId()
  listingId: string;

  @IsText(1, 200)
  listingTitle: string;

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

  @IsArray() @IsIn(EVENT_NEWS, { each: true })
  changed: EventNewsPart[];

  /** Whoever has asked to come, is invited, comes or helps. */
  @IsArray() @IsId({ each: true })
  readerIds: string[];

  @IsInt()
  version: number;
}

/** The people of an event are to hear that its host has changed it (C5). */
export const EventNews = defineEvent<EventNewsFacts>({ topic: 'booking.event.changed', payload: EventNewsFacts, aggregateId: (facts) => facts.listingId });

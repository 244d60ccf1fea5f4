import { defineEvent } from '@bookable/kernel';
import { IsId, IsInstant, IsText, IsTimeZoneName, MayBeLeftOut } from '@bookable/wire';
import { IsArray, IsIn, IsInt } from 'class-validator';

/** What of an event its guests want to know of beside its time, of which notification tells them by itself. */
export const EVENT_CHANGES = ['title', 'film', 'place', 'price', 'description'] as const;
/** One of them. */
export type EventChange = (typeof EVENT_CHANGES)[number];

/** An event as its host has changed it while it was offered. */
export class EventChangeFacts {
  @IsId()
  listingId: string;

  @IsId()
  ownerId: string;

  @IsText(1, 200)
  title: string;

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

/** The host has changed what guests want to know of (C5). Told beside `catalog.listing.changed`, which says all of it. */
export const EventChanged = defineEvent<EventChangeFacts>({ topic: 'catalog.event.changed', payload: EventChangeFacts, aggregateId: (facts) => facts.listingId });

import { type EventContract, defineEvent } from '@bookable/kernel';
import { IsId, IsText, IsTimeZoneName } from '@bookable/wire';
import { IsBoolean, IsIn, IsInt } from 'class-validator';
import { BOOKABLE_KINDS, type BookableKind } from './booking.view';
import { WaitlistEntryView } from './waitlist-entry.view';

/** A waitlist entry at one version, with what its readers would otherwise have to ask for. */
export class WaitlistFacts extends WaitlistEntryView {
  @IsIn(BOOKABLE_KINDS)
  kind: BookableKind;

  @IsId()
  ownerId: string;

  @IsText(1, 200)
  listingTitle: string;

  @IsTimeZoneName()
  timeZone: string;

  /** Whether a place had been held for it before. */
  @IsBoolean()
  wasOffered: boolean;

  @IsInt()
  version: number;
}

const waitlistEvent = (happened: string): EventContract<WaitlistFacts> =>
  defineEvent<WaitlistFacts>({ topic: `booking.waitlist.${happened}`, payload: WaitlistFacts, aggregateId: (facts) => facts.id });

/** A place has become free and is held for whoever is next. */
export const WaitlistOffered = waitlistEvent('offered');
/** Nobody took the offer in time, or nothing became free before it was too late. */
export const WaitlistLapsed = waitlistEvent('lapsed');
/** The offer was turned into a booking. */
export const WaitlistTaken = waitlistEvent('taken');

/** Every event of the waitlist, for who follows all of them. */
export const WAITLIST_EVENTS = [WaitlistOffered, WaitlistLapsed, WaitlistTaken] as const;

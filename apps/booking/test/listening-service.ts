import * as contracts from '@bookable/contracts-booking';
import { BusModule, Consumes, type MessageContext } from '@bookable/platform-bus';
import type { ServiceDefinition } from '@bookable/platform-runtime';
import { Controller } from '@nestjs/common';

type Facts = contracts.BookingFacts;

/** What a listening service was told, in the order it was. */
export class HeardFacts {
  readonly bookings: { readonly topic: string; readonly facts: Facts }[] = [];
  readonly availability: contracts.AvailabilityFacts[] = [];
  readonly calendars: { readonly topic: string; readonly facts: contracts.CalendarFacts }[] = [];
  readonly waitlist: { readonly word: string; readonly facts: contracts.WaitlistFacts }[] = [];
  readonly moves: contracts.EventMoveNewsFacts[] = [];
  readonly moderators: { readonly word: string; readonly facts: contracts.ModeratorFacts }[] = [];

  /** What was told of somebody's rights at events. */
  moderatorWordsOf(userId: string): string[] {
    return this.moderators.filter(({ facts }) => facts.userId === userId).map(({ word }) => word);
  }

  /** What was told of a waitlist entry, such as `offered`, `taken`. */
  waitlistWordsOf(entryId: string): string[] {
    return this.waitlist.filter(({ facts }) => facts.id === entryId).map(({ word }) => word);
  }

  /** The words by which a booking was told of, such as `requested`, `confirmed`. */
  wordsOf(bookingId: string): string[] {
    return this.bookings.filter(({ facts }) => facts.id === bookingId).map(({ topic }) => topic.slice('booking.booking.'.length));
  }

  /** What was told of a calendar, in one word each. */
  wordsOfCalendar(id: string): string[] {
    return this.calendars.filter(({ facts }) => facts.id === id).map(({ topic }) => topic.slice('booking.calendar.'.length));
  }

  /** The newest profile of a listing. */
  profileOf(listingId: string): contracts.AvailabilityFacts | undefined {
    return this.availability.filter((facts) => facts.listingId === listingId).sort((a, b) => b.version - a.version)[0];
  }
}

const heard = new HeardFacts();

@Controller()
class ListeningConsumer {
  @Consumes(contracts.BookingRequested)
  async requested(facts: Facts, context: MessageContext) {
    this.keep(facts, context);
  }

  @Consumes(contracts.BookingConfirmed)
  async confirmed(facts: Facts, context: MessageContext) {
    this.keep(facts, context);
  }

  @Consumes(contracts.BookingRejected)
  async rejected(facts: Facts, context: MessageContext) {
    this.keep(facts, context);
  }

  @Consumes(contracts.BookingCancelled)
  async cancelled(facts: Facts, context: MessageContext) {
    this.keep(facts, context);
  }

  @Consumes(contracts.BookingStarted)
  async started(facts: Facts, context: MessageContext) {
    this.keep(facts, context);
  }

  @Consumes(contracts.BookingCompleted)
  async completed(facts: Facts, context: MessageContext) {
    this.keep(facts, context);
  }

  @Consumes(contracts.BookingExpired)
  async expired(facts: Facts, context: MessageContext) {
    this.keep(facts, context);
  }

  @Consumes(contracts.BookingInvited)
  async invited(facts: Facts, context: MessageContext) {
    this.keep(facts, context);
  }

  @Consumes(contracts.BookingDeclined)
  async declined(facts: Facts, context: MessageContext) {
    this.keep(facts, context);
  }

  @Consumes(contracts.BookingNoShow)
  async missed(facts: Facts, context: MessageContext) {
    this.keep(facts, context);
  }

  @Consumes(contracts.BookingChanged)
  async changed(facts: Facts, context: MessageContext) {
    this.keep(facts, context);
  }

  @Consumes(contracts.BookingChangeProposed)
  async changeProposed(facts: Facts, context: MessageContext) {
    this.keep(facts, context);
  }

  @Consumes(contracts.BookingChangeRejected)
  async changeRejected(facts: Facts, context: MessageContext) {
    this.keep(facts, context);
  }

  @Consumes(contracts.BookingChangeExpired)
  async changeExpired(facts: Facts, context: MessageContext) {
    this.keep(facts, context);
  }

  @Consumes(contracts.BookingChangeWithdrawn)
  async changeWithdrawn(facts: Facts, context: MessageContext) {
    this.keep(facts, context);
  }

  @Consumes(contracts.BookingDoubted)
  async doubted(facts: Facts, context: MessageContext) {
    this.keep(facts, context);
  }

  @Consumes(contracts.BookingReconfirmed)
  async reconfirmed(facts: Facts, context: MessageContext) {
    this.keep(facts, context);
  }

  @Consumes(contracts.AvailabilityChanged)
  async availability(facts: contracts.AvailabilityFacts) {
    heard.availability.push(facts);
  }

  @Consumes(contracts.WaitlistOffered)
  async offered(facts: contracts.WaitlistFacts) {
    heard.waitlist.push({ word: 'offered', facts });
  }

  @Consumes(contracts.WaitlistLapsed)
  async lapsed(facts: contracts.WaitlistFacts) {
    heard.waitlist.push({ word: 'lapsed', facts });
  }

  @Consumes(contracts.WaitlistTaken)
  async taken(facts: contracts.WaitlistFacts) {
    heard.waitlist.push({ word: 'taken', facts });
  }

  @Consumes(contracts.ModeratorAppointed)
  async appointed(facts: contracts.ModeratorFacts) {
    heard.moderators.push({ word: 'appointed', facts });
  }

  @Consumes(contracts.ModeratorDismissed)
  async dismissed(facts: contracts.ModeratorFacts) {
    heard.moderators.push({ word: 'dismissed', facts });
  }

  @Consumes(contracts.EventMoveNews)
  async moved(facts: contracts.EventMoveNewsFacts) {
    heard.moves.push(facts);
  }

  @Consumes(contracts.CalendarLost)
  async lost(facts: contracts.CalendarFacts, { topic }: MessageContext) {
    heard.calendars.push({ topic, facts });
  }

  @Consumes(contracts.CalendarRecovered)
  async recovered(facts: contracts.CalendarFacts, { topic }: MessageContext) {
    heard.calendars.push({ topic, facts });
  }

  @Consumes(contracts.CalendarClashed)
  async clashed(facts: contracts.CalendarFacts, { topic }: MessageContext) {
    heard.calendars.push({ topic, facts });
  }

  private keep(facts: Facts, { topic }: MessageContext): void {
    heard.bookings.push({ topic, facts });
  }
}

class ListeningModule {}

/** A service that listens to everything booking tells, and what it has heard. */
export const listening: { readonly heard: HeardFacts; readonly service: ServiceDefinition } = {
  heard,
  service: {
    name: 'listening',
    module: (_env, { bus }) => ({ module: ListeningModule, imports: [BusModule.register(bus)], controllers: [ListeningConsumer] }),
  },
};

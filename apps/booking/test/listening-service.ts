import * as contracts from '@bookable/contracts-booking';
import { BusModule, Consumes, type MessageContext } from '@bookable/platform-bus';
import type { ServiceDefinition } from '@bookable/platform-runtime';
import { Controller } from '@nestjs/common';

type Facts = contracts.BookingFacts;

/** What a listening service was told, in the order it was. */
export class HeardFacts {
  readonly bookings: { readonly topic: string; readonly facts: Facts }[] = [];
  readonly availability: contracts.AvailabilityFacts[] = [];

  /** The words by which a booking was told of, such as `requested`, `confirmed`. */
  wordsOf(bookingId: string): string[] {
    return this.bookings.filter(({ facts }) => facts.id === bookingId).map(({ topic }) => topic.slice('booking.booking.'.length));
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

  @Consumes(contracts.AvailabilityChanged)
  async availability(facts: contracts.AvailabilityFacts) {
    heard.availability.push(facts);
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

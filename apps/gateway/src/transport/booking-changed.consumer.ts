import {
  BookingCancelled, BookingChangeExpired, BookingChangeProposed, BookingChangeRejected, BookingChangeWithdrawn, BookingChanged, BookingCompleted, BookingConfirmed,
  BookingDeclined, BookingDoubted, BookingExpired, type BookingFacts, BookingInvited, BookingNoShow, BookingReconfirmed, BookingRejected, BookingRequested, BookingStarted,
} from '@bookable/contracts-booking';
import { ConsumesOnEveryReplica } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { Sockets } from '../realtime/sockets';

/** Pushes each step of a booking to both of its parties. Whoever is away finds it over REST: nothing is only on the socket. */
@Controller()
export class BookingChangedConsumer {
  constructor(private readonly sockets: Sockets) {}

  @ConsumesOnEveryReplica(BookingRequested)
  async pushRequested(facts: BookingFacts): Promise<void> {
    this.pushToParties(facts);
  }

  @ConsumesOnEveryReplica(BookingConfirmed)
  async pushConfirmed(facts: BookingFacts): Promise<void> {
    this.pushToParties(facts);
  }

  @ConsumesOnEveryReplica(BookingRejected)
  async pushRejected(facts: BookingFacts): Promise<void> {
    this.pushToParties(facts);
  }

  @ConsumesOnEveryReplica(BookingCancelled)
  async pushCancelled(facts: BookingFacts): Promise<void> {
    this.pushToParties(facts);
  }

  @ConsumesOnEveryReplica(BookingStarted)
  async pushStarted(facts: BookingFacts): Promise<void> {
    this.pushToParties(facts);
  }

  @ConsumesOnEveryReplica(BookingCompleted)
  async pushCompleted(facts: BookingFacts): Promise<void> {
    this.pushToParties(facts);
  }

  @ConsumesOnEveryReplica(BookingExpired)
  async pushExpired(facts: BookingFacts): Promise<void> {
    this.pushToParties(facts);
  }

  @ConsumesOnEveryReplica(BookingInvited)
  async pushInvited(facts: BookingFacts): Promise<void> {
    this.pushToParties(facts);
  }

  @ConsumesOnEveryReplica(BookingDeclined)
  async pushDeclined(facts: BookingFacts): Promise<void> {
    this.pushToParties(facts);
  }

  @ConsumesOnEveryReplica(BookingNoShow)
  async pushNoShow(facts: BookingFacts): Promise<void> {
    this.pushToParties(facts);
  }

  @ConsumesOnEveryReplica(BookingChanged)
  async pushChanged(facts: BookingFacts): Promise<void> {
    this.pushToParties(facts);
  }

  @ConsumesOnEveryReplica(BookingChangeProposed)
  async pushChangeProposed(facts: BookingFacts): Promise<void> {
    this.pushToParties(facts);
  }

  @ConsumesOnEveryReplica(BookingChangeRejected)
  async pushChangeRejected(facts: BookingFacts): Promise<void> {
    this.pushToParties(facts);
  }

  @ConsumesOnEveryReplica(BookingChangeExpired)
  async pushChangeExpired(facts: BookingFacts): Promise<void> {
    this.pushToParties(facts);
  }

  @ConsumesOnEveryReplica(BookingChangeWithdrawn)
  async pushChangeWithdrawn(facts: BookingFacts): Promise<void> {
    this.pushToParties(facts);
  }

  @ConsumesOnEveryReplica(BookingDoubted)
  async pushDoubted(facts: BookingFacts): Promise<void> {
    this.pushToParties(facts);
  }

  @ConsumesOnEveryReplica(BookingReconfirmed)
  async pushReconfirmed(facts: BookingFacts): Promise<void> {
    this.pushToParties(facts);
  }

  private pushToParties({ id, status, renterId, ownerId }: BookingFacts): void {
    for (const userId of new Set([renterId, ownerId])) this.sockets.tellUser(userId, 'booking', { id, status });
  }
}

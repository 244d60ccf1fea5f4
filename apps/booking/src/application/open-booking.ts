import { Injectable } from '@nestjs/common';
import { NotYourBooking, WrongStatus } from '@bookable/contracts-booking';
import { DomainError, NotFound } from '@bookable/kernel';
import type { Transaction } from '@bookable/platform-database';
import type { BesideResource } from '../domain/beside';
import { type Booking, answerComesTooLate, partyOf } from '../domain/booking';
import { type ChangeAction, type ChangeStep, type Party, type Status, changeBelongsTo, changeStepFor } from '../domain/lifecycle';
import type { Resource } from '../domain/resource';
import { BookingStore } from '../persistence/booking.store';
import { ResourceStore } from '../persistence/resource.store';
import { BesideResources } from './beside-resources';

/** A booking as one of its parties, or a moderator of its event, holds it in a transaction. */
export interface OpenedBooking {
  readonly booking: Booking;
  readonly party: Exclude<Party, 'time'>;
  readonly resource: Resource;
  readonly beside: readonly BesideResource[];
}

/** Opens a booking for one of its parties, or for a moderator of its event: locked, as it is then, with its resource. To strangers it does not exist. */
@Injectable()
export class OpenBooking {
  constructor(
    private readonly bookings: BookingStore,
    private readonly resources: ResourceStore,
    private readonly besides: BesideResources,
  ) {}

  async forParty(tx: Transaction, bookingId: string, userId: string): Promise<OpenedBooking> {
    const booking = await this.bookings.lock(tx, bookingId);
    if (!booking) throw noSuchBooking();
    const resource = (await this.resources.readWithin(tx, [booking.resourceId])).get(booking.resourceId);
    if (!resource) throw new Error('A booking without its resource.');
    const party = partyOf(booking, userId) ?? (resource.moderatorIds.includes(userId) ? 'moderator' : undefined);
    if (!party) throw noSuchBooking();
    return { booking, party, resource, beside: await this.besides.of(tx, booking.beside) };
  }
}

function noSuchBooking(): DomainError {
  return new DomainError(NotFound, 'There is no such booking.');
}

/** The row of the table for a change by a party; refuses where there is none. */
export function allowedChange({ booking, party }: OpenedBooking, action: ChangeAction, nowMs: number): ChangeStep {
  if (!changeBelongsTo(action, party)) throw new DomainError(NotYourBooking);
  if (answerComesTooLate(booking, 'confirm', nowMs)) throw wrongStatus('expired');
  const step = changeStepFor(booking.status, action, party);
  if (!step) throw wrongStatus(booking.status);
  return step;
}

/** Says where the booking stands instead. */
export function wrongStatus(status: Status): DomainError {
  return new DomainError(WrongStatus, `The booking is ${status.replace('_', ' ')}.`, { bookingStatus: status });
}

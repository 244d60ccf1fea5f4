import { DuplicateEvent, ScheduleClash } from '@bookable/contracts-catalog';
import { DomainError, Unavailable } from '@bookable/kernel';
import type { Transaction } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { BookingClient } from '../clients/booking.client';
import { type Listing, eventDetails } from '../domain/listing';
import { EventSlotStore } from '../persistence/event-slot.store';
import { HostTimeStore } from '../persistence/host-time.store';

/** Keeps hosts from announcing one evening twice, and from being in two places. */
@Injectable()
export class HostPlans {
  constructor(
    private readonly booking: BookingClient,
    private readonly slots: EventSlotStore,
    private readonly times: HostTimeStore,
  ) {}

  /**
   * Refuses an event at a time at which its host has agreed to be elsewhere. Asked before the transaction; where booking
   * does not answer the host's word counts, and booking will mark what is in doubt when it hears of the event.
   */
  async refuseClash(listing: Listing): Promise<void> {
    const event = eventDetails(listing);
    if (!event || listing.status !== 'active') return;
    const otherListingId = await unlessDown(this.booking.eventGoneTo(listing.ownerId, event, listing.id));
    if (otherListingId !== undefined) throw new DomainError(ScheduleClash, undefined, { otherListingId });
  }

  /** Keeps the moment for an event that is being written; refuses where the host shows the same film then already. */
  async takeSlot(tx: Transaction, listing: Listing): Promise<void> {
    if (!(await this.slots.take(tx, listing))) throw new DomainError(DuplicateEvent);
  }

  /** Keeps the time of the host for an event that is being announced or moved; refuses where they host another one then. */
  async takeTime(tx: Transaction, listing: Listing): Promise<void> {
    const otherListingId = await this.times.take(tx, listing);
    if (otherListingId !== undefined) throw new DomainError(ScheduleClash, undefined, { otherListingId });
  }

  /** What is archived keeps neither. */
  async letGo(tx: Transaction, archived: Listing): Promise<void> {
    await this.slots.take(tx, archived);
    await this.times.take(tx, archived);
  }
}

async function unlessDown(answer: Promise<string | undefined>): Promise<string | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof DomainError && error.problem.code === Unavailable.code) return undefined;
    throw error;
  }
}

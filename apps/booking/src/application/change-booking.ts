import { Injectable } from '@nestjs/common';
import { type BookingView, type ChangeBookingRequest, ChangeWaits } from '@bookable/contracts-booking';
import { DomainError } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database, type Transaction } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import type { Booking } from '../domain/booking';
import { changedWish, isSameStay, openProposal, pricedAsBooked, renterChangesAtOnce, termsOf } from '../domain/booking-terms';
import type { Resource } from '../domain/resource';
import type { StayWish } from '../domain/stay';
import { BookingReader } from '../persistence/booking.reader';
import { ResourceStore } from '../persistence/resource.store';
import { BookingChanges, type ChangedStay } from './booking-changes';
import { bookingView } from './booking-messages';
import { FreshenCalendars } from './calendars/freshen-calendars';
import { callerOf } from './caller';
import { priceStay } from './draft-booking';
import { type OpenedBooking, OpenBooking, allowedChange } from './open-booking';
import { priceTogether } from './price-together';
import { unlessRefused } from './refuse';
import { ServeWaitlist } from './serve-waitlist';

/**
 * Changes the stay of a booking that has not begun: at once where nobody else has to agree, else as a proposal to the other
 * party. What is as asked already stays as it is, so it may be repeated.
 */
@Injectable()
export class ChangeBooking {
  constructor(
    private readonly database: Database,
    private readonly reader: BookingReader,
    private readonly resources: ResourceStore,
    private readonly freshenCalendars: FreshenCalendars,
    private readonly open: OpenBooking,
    private readonly changes: BookingChanges,
    private readonly line: ServeWaitlist,
    private readonly clock: Clock,
  ) {}

  async execute(request: ChangeBookingRequest, context: MessageContext): Promise<BookingView> {
    const actorId = callerOf(context);
    await this.freshen(request.bookingId, actorId);
    return this.database.transaction(async (tx) => bookingView(await this.change(tx, await this.open.forParty(tx, request.bookingId, actorId), request, actorId)));
  }

  /** Where the change needs nobody's word, what other platforms have sold is looked up first. */
  private async freshen(bookingId: string, actorId: string): Promise<void> {
    const booking = await this.reader.find(bookingId);
    const resource = booking?.renterId === actorId ? await this.resources.recall(booking.resourceId) : undefined;
    if (booking && resource && renterChangesAtOnce(booking.status, resource)) await this.freshenCalendars.execute([resource]);
  }

  private async change(tx: Transaction, opened: OpenedBooking, request: ChangeBookingRequest, actorId: string): Promise<Booking> {
    const { booking, party, resource, beside } = opened;
    const now = this.clock.now();
    const isAtOnce = party === 'renter' && renterChangesAtOnce(booking.status, resource);
    const step = allowedChange(opened, isAtOnce ? 'change' : 'propose-change', now.getTime());
    const price = (one: Resource, wish: StayWish) => priceStay(one, wish, now.getTime(), { locale: request.locale, ...pricedAsBooked(booking) });
    const { stay, quote, claims } = unlessRefused(priceTogether(resource, changedWish(booking, request), beside, price));
    const proposed = openProposal(booking, now.getTime());
    if (isSameStay(stay, booking) || (proposed?.proposedBy === actorId && isSameStay(stay, proposed))) return booking;
    await this.serveLines(tx, [resource, ...beside.map((one) => one.resource)], now);
    const changed: ChangedStay = { during: stay.during, terms: termsOf(stay, quote), claims };
    if (isAtOnce) return this.changes.make(tx, booking, changed, resource, step, { actorId, now });
    if (proposed && proposed.proposedBy !== actorId) throw new DomainError(ChangeWaits);
    return this.changes.propose(tx, booking, changed, resource, step, { actorId, now });
  }

  /** What has become free is theirs who stand in line, before somebody adds it to what they have. */
  private async serveLines(tx: Transaction, resources: readonly Resource[], now: Date): Promise<void> {
    for (const resource of resources) if (resource.isWaitedFor) await this.line.serve(tx, resource, now);
  }
}

import type { BookingFacts } from '@bookable/contracts-booking';
import type { MessageContext } from '@bookable/platform-bus';
import { Database, type Transaction } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { type BookingStanding, standingOf } from '../../domain/booked-stay';
import { GuestStore } from '../../persistence/guest.store';
import { HotelStore } from '../../persistence/hotel.store';
import { type ReservationRow, ReservationStore, type StepTaken } from '../../persistence/reservation.store';
import { RoomBookingStore } from '../../persistence/room-booking.store';
import { EndReservation } from '../reservations/end-reservation';
import { type BookedBy, bookedReservation, isAsBooked, partsOf } from './booked-reservation';
import { SeatBooked } from './seat-booked';

/**
 * Somebody has booked a room like any listing: the hotel gets a reservation for each of the rooms, which follows the
 * booking for as long as nobody has come. From then on the booking follows the stay (`settle-reservation`), and what it
 * tells of that is here already.
 */
@Injectable()
export class FollowBooking {
  constructor(
    private readonly database: Database,
    private readonly hotels: HotelStore,
    private readonly guests: GuestStore,
    private readonly bookings: RoomBookingStore,
    private readonly reservations: ReservationStore,
    private readonly endings: EndReservation,
    private readonly seats: SeatBooked,
    private readonly clock: Clock,
  ) {}

  async execute(facts: BookingFacts, context: MessageContext): Promise<void> {
    if (facts.kind !== 'room') return;
    await this.database.consume(context, async (tx) => {
      const hotelId = await this.bookings.hotelOf(tx, facts.listingId);
      if (hotelId === undefined) return;
      await this.hotels.lock(tx, hotelId);
      if (!(await this.bookings.isNews(tx, { bookingId: facts.id, roomTypeId: facts.listingId, version: facts.version }))) return;
      const stays = await this.bookings.lockOf(tx, facts.id);
      const standing = standingOf(facts.status);
      if (standing === 'agreed') await this.keepUp(tx, hotelId, facts, stays);
      else await this.end(tx, stays, standing, { actorId: facts.actorId, reason: facts.reason, now: this.clock.now() });
    });
  }

  /** As many rooms as were booked, for the time that was booked. */
  private async keepUp(tx: Transaction, hotelId: string, facts: BookingFacts, stays: readonly ReservationRow[]): Promise<void> {
    const now = this.clock.now();
    const step = { actorId: facts.actorId, now };
    const guest = await this.guests.ofAccount(tx, hotelId, facts.renterId);
    const by: BookedBy = { hotelId, guestId: guest?.id ?? null, now };
    const expected = stays.filter(({ status }) => status === 'confirmed');
    const gone = stays.length - expected.length;
    const parts = partsOf(facts).slice(gone);
    for (const [index, part] of parts.entries()) {
      const present = expected[index];
      if (present && isAsBooked(present, part)) continue;
      const written = present
        ? await this.reservations.write(tx, present, part, { ...step, action: 'change' })
        : await this.made(tx, bookedReservation(facts, part, by), { ...step, action: 'request' });
      await this.seats.seat(tx, written, now);
    }
    for (const surplus of expected.slice(parts.length)) await this.endings.follow(tx, surplus, 'cancel', step);
  }

  private async made(tx: Transaction, reservation: ReservationRow, step: StepTaken): Promise<ReservationRow> {
    await this.reservations.add(tx, reservation, step);
    return reservation;
  }

  private async end(tx: Transaction, stays: readonly ReservationRow[], standing: BookingStanding, step: Omit<StepTaken, 'action'>): Promise<void> {
    if (standing === 'under way') return;
    for (const stay of stays) {
      if (stay.status === 'confirmed') await this.endings.follow(tx, stay, standing === 'missed' ? 'no-show' : 'cancel', step);
      else if (stay.status === 'in_progress' && standing === 'over') await this.endings.follow(tx, stay, 'check-out', step);
      else if (stay.status === 'in_progress') await this.keepTheRoom(tx, stay, step);
    }
  }

  /** The guest was let in while their booking was called off: what they have is the hotel's own reservation from now on, and its time is claimed anew. */
  private async keepTheRoom(tx: Transaction, stay: ReservationRow, step: Omit<StepTaken, 'action'>): Promise<void> {
    const own = { bookingId: null, isReleaseDue: false, wanted: stay.terms, wordNumber: stay.wordNumber + 1 };
    await this.reservations.write(tx, stay, own, { ...step, action: 'change' });
  }
}

import { Database, type Transaction } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { HotelStore } from '../../persistence/hotel.store';
import { type ReservationRow, ReservationStore } from '../../persistence/reservation.store';
import { RoomAssignmentStore } from '../../persistence/room-assignment.store';
import { RoomBookingStore } from '../../persistence/room-booking.store';
import { ArrangeRooms } from '../reservations/arrange-rooms';

const AT_MOST = 20;

/**
 * Gives those who have booked a room theirs. Booking counts rooms and knows of no promises, so one may have been booked
 * that fits by number alone: it has none until something makes room, and whoever else fits is not held up by it.
 */
@Injectable()
export class SeatBooked {
  constructor(
    private readonly database: Database,
    private readonly hotels: HotelStore,
    private readonly reservations: ReservationStore,
    private readonly bookings: RoomBookingStore,
    private readonly assignments: RoomAssignmentStore,
    private readonly arrange: ArrangeRooms,
    private readonly clock: Clock,
  ) {}

  /** Behind the lock of the hotel. Where there is no room for the stay as it is, it has none. */
  async seat(tx: Transaction, stay: ReservationRow, now: Date): Promise<void> {
    const given = await this.assignments.of(tx, stay.id);
    const way = await this.arrange.wayFor(tx, stay.hotelId, stay.terms.roomTypeId, now, { ...stay, given });
    if (way) await this.arrange.keep(tx, way);
    else await this.arrange.forget(tx, stay.id);
  }

  /** Looks whether somebody who has none could have one by now. */
  async execute(): Promise<void> {
    for (const { id, hotelId } of await this.bookings.withoutRoom(this.database, this.clock.now(), AT_MOST)) {
      await this.database.transaction(async (tx) => {
        await this.hotels.lock(tx, hotelId);
        const stay = await this.reservations.lock(tx, hotelId, id);
        if (stay?.status === 'confirmed') await this.seat(tx, stay, this.clock.now());
      });
    }
  }
}

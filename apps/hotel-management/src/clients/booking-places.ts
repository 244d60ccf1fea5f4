import { SlotTaken, WithdrawRoom } from '@bookable/contracts-booking';
import { RoomReserved } from '@bookable/contracts-hotel-management';
import { DomainError } from '@bookable/kernel';
import { Bus } from '@bookable/platform-bus';
import { Injectable } from '@nestjs/common';
import { onceHeard } from './once-heard';
import { RoomPlaces, type WithdrawnRoom } from './room-places';

/** Booking decides on places: also on those that somebody has booked and this hotel has not heard of yet. */
@Injectable()
export class BookingPlaces extends RoomPlaces {
  constructor(private readonly bus: Bus) {
    super();
  }

  async withdraw({ roomId, roomTypeId: listingId, roomsLeft }: WithdrawnRoom): Promise<void> {
    try {
      await onceHeard(() => this.bus.request(WithdrawRoom, { roomId, listingId, roomsLeft }));
    } catch (error) {
      if (error instanceof DomainError && error.problem.code === SlotTaken.code) throw new DomainError(RoomReserved);
      throw error;
    }
  }
}

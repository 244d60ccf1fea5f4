import { type Page, defineQuery } from '@bookable/kernel';
import { IsDay, IsId, IsText, PageRequest } from '@bookable/wire';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { ReservationRequest } from './reservation-steps.command';
import { RESERVATION_STATUSES, type ReservationStatus, ReservationView } from './reservation.view';

/** Which reservations of a hotel to look for. */
export class FindReservationsRequest extends PageRequest {
  @IsId()
  hotelId: string;

  @IsOptional() @IsIn(RESERVATION_STATUSES)
  status?: ReservationStatus;

  /** Stays that are not over by this day. */
  @IsOptional() @IsDay()
  from?: string;

  /** Stays that begin before this day. */
  @IsOptional() @IsDay()
  to?: string;

  @IsOptional() @IsId()
  guestId?: string;

  /** Any part of the guest's name, phone number, e-mail address or client number, or of the room's number. */
  @IsOptional() @IsText(1, 100)
  q?: string;
}

const parts = { reply: ReservationView, answers: 'page' } as const;

/** The reservations of a hotel for its desk, for anybody else their own, by arrival (E7). */
export const FindReservations = defineQuery<FindReservationsRequest, Page<ReservationView>>({ ...parts, topic: 'hotel-management.find-reservations', request: FindReservationsRequest });

/** One reservation, for the desk and for whose it is. */
export const GetReservation = defineQuery<ReservationRequest, ReservationView>({ topic: 'hotel-management.get-reservation', request: ReservationRequest, reply: ReservationView });

/** Of which hotel. */
export class HotelPageRequest extends PageRequest {
  @IsId()
  hotelId: string;
}

/** Of which hotel, and how far to look ahead. */
export class HoursAheadRequest extends HotelPageRequest {
  /** 24 unless told. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(24 * 31)
  hours?: number = 24;
}

/** Who is in the house (E7), by when they leave. */
export const FindInHouse = defineQuery<HotelPageRequest, Page<ReservationView>>({ ...parts, topic: 'hotel-management.find-in-house', request: HotelPageRequest });

/** Who is expected within so many hours and has not come. */
export const FindArrivals = defineQuery<HoursAheadRequest, Page<ReservationView>>({ ...parts, topic: 'hotel-management.find-arrivals', request: HoursAheadRequest });

/** Who has to leave within so many hours (E10). */
export const FindDepartures = defineQuery<HoursAheadRequest, Page<ReservationView>>({ ...parts, topic: 'hotel-management.find-departures', request: HoursAheadRequest });

/** Who should have left and is still there (E10). */
export const FindOverdue = defineQuery<HotelPageRequest, Page<ReservationView>>({ ...parts, topic: 'hotel-management.find-overdue', request: HotelPageRequest });

/** Of which guest. */
export class FindGuestStaysRequest extends HotelPageRequest {
  @IsId()
  guestId: string;
}

/** All that a guest has reserved and how it went, latest first: for the desk and for themselves (E8). */
export const FindGuestStays = defineQuery<FindGuestStaysRequest, Page<ReservationView>>({ ...parts, topic: 'hotel-management.find-guest-stays', request: FindGuestStaysRequest });

/** The caller's own stays in every hotel, latest first (E8). */
export const FindOwnStays = defineQuery<PageRequest, Page<ReservationView>>({ ...parts, topic: 'hotel-management.find-own-stays', request: PageRequest });

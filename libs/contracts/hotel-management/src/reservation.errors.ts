import { defineProblem } from '@bookable/kernel';

/** No room of the kind asked for, or not the very room asked for, is free for all of this time. */
export const NoRoomFree = defineProblem('slot-taken', 'conflict', 'No such room is free for this time.');
/** The reservation is not in a status that allows this; the fact `reservationStatus` names the present one. */
export const WrongReservationStatus = defineProblem('wrong-status', 'conflict', 'The status of the reservation does not allow this.');
/** Nobody arrives, or is missed, before the day has come. */
export const TooEarlyForThis = defineProblem('too-early', 'conflict', 'It is too early for this.');
/** The room waits to be cleaned; say why a guest is let in all the same, or take another one. */
export const RoomNotClean = defineProblem('room-not-clean', 'conflict', 'The room has not been cleaned yet.');
/** Somebody stays in the room at this moment. */
export const RoomOccupied = defineProblem('room-occupied', 'conflict', 'Somebody stays in this room.');
/** The room is of another type than was reserved. */
export const RoomOfAnotherType = defineProblem('room-of-another-type', 'rule-broken', 'This room is of another type.');
/** Rooms of this kind have no price, so they are not let. */
export const RoomNotOffered = defineProblem('not-bookable', 'rule-broken', 'Rooms of this kind cannot be reserved now.');
/** The first day is over, or the stay would have ended already. */
export const StayIsPast = defineProblem('past', 'rule-broken', 'This time has passed.');
/** A stay has one night at least. */
export const StayTooShort = defineProblem('too-short', 'rule-broken', 'A stay has one night at least.');
/** The time asked for lies further ahead than anything is sold. */
export const StayTooFar = defineProblem('too-far', 'rule-broken', 'This is too far ahead.');
/** Early check-in is from 06:00, late check-out until 20:00. */
export const HalfDayNotOffered = defineProblem('option-not-offered', 'rule-broken', 'Arrivals are from 06:00 on, and departures until 20:00.');
/** Its guest has booked it like any listing: the booking says for which time, and what it costs. */
export const MadeByBooking = defineProblem('made-by-booking', 'conflict', 'The guest has booked this; their booking is what changes it.');
/** Neither a room nor a category was named. */
export const NoRoomNamed = defineProblem('no-room-named', 'rule-broken', 'Name a room, or what kind of room it is to be.');

/** Why a stay cannot be had, whoever asks for it. */
export const STAY_PROBLEMS = [NoRoomFree, RoomNotOffered, StayIsPast, StayTooShort, StayTooFar, HalfDayNotOffered] as const;

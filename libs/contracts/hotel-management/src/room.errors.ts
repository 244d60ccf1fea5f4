import { defineProblem } from '@bookable/kernel';

export const RoomNumberTaken = defineProblem('room-number-taken', 'conflict', 'A room of this hotel has this number already.');

/** Somebody stays in the room, was promised it, or could not be given another one. */
export const RoomReserved = defineProblem('room-reserved', 'conflict', 'There are reservations for this room.');

import { defineProblem } from '@bookable/kernel';

export const RoomNumberTaken = defineProblem('room-number-taken', 'conflict', 'A room of this hotel has this number already.');

import { defineProblem } from '@bookable/kernel';

/** This account, or this address, works in the hotel already: a person has one role in a hotel. */
export const AlreadyOnStaff = defineProblem('already-on-staff', 'conflict', 'This person works in the hotel already.');
/** A hotel always has an owner. */
export const LastOwner = defineProblem('last-owner', 'conflict', 'A hotel cannot be without an owner.');
/** The rooms are let in the name of this owner, so they stay an owner. */
export const LetsTheRooms = defineProblem('lets-the-rooms', 'conflict', 'The rooms are let in the name of this owner.');
/** The rooms are let in the name of an owner who can sign in. */
export const NotAnOwner = defineProblem('not-an-owner', 'rule-broken', 'Rooms are let in the name of an owner who can sign in.');
/** Neither an account nor an address was given. */
export const NobodyNamed = defineProblem('nobody-named', 'rule-broken', 'Name an account or an e-mail address.');

import type { Discrepancy } from '../crowd/judgement';

/** Something that somebody asked for, under a mark of its own that is in the booking too. */
export interface Ask {
  readonly mark: string;
  /** Known once it was answered as done; what was never answered may have been done all the same, but once. */
  readonly bookingId?: string;
}

/** What the system has of one guest in the end. */
export interface GuestAftermath {
  readonly asks: readonly Ask[];
  readonly bookings: readonly { readonly id: string; readonly message?: string }[];
  /** Which bookings the guest was notified of, once for each notice. */
  readonly noticedIds: readonly string[];
  readonly mails: number;
}

/** What the system has told the owner of everything that was booked. */
export interface OwnerAftermath {
  readonly noticedIds: readonly string[];
  readonly mails: number;
}

const difference = (what: string, is: number, should: number): Discrepancy[] =>
  is === should ? [] : [{ sentence: `${what} should be ${should} and are ${is}`, lost: Math.max(0, should - is), doubled: Math.max(0, is - should) }];

function countOf(ids: readonly string[], wanted: string): number {
  return ids.filter((id) => id === wanted).length;
}

/** Holds what the system has in the end against what it answered while things went wrong. */
export function whatLoadLacks(guests: readonly GuestAftermath[], owner: OwnerAftermath): Discrepancy[] {
  const all = guests.flatMap(({ bookings }) => bookings);
  return [
    ...guests.flatMap(whatGuestLacks),
    ...all.flatMap(({ id }) => difference(`the owner's notices of ${id}`, countOf(owner.noticedIds, id), 1)),
    ...difference('the mails to the owner', owner.mails, all.length),
  ];
}

function whatGuestLacks({ asks, bookings, noticedIds, mails }: GuestAftermath): Discrepancy[] {
  const marks = new Set(asks.map(({ mark }) => mark));
  return [
    ...asks.flatMap((ask) => whatCameOf(ask, bookings)),
    ...bookings.filter(({ message }) => !marks.has(message ?? '')).map(({ id }) => ({ sentence: `nobody asked for ${id}`, lost: 0, doubled: 1 })),
    ...bookings.flatMap(({ id }) => difference(`the guest's notices of ${id}`, countOf(noticedIds, id), 1)),
    ...difference('the mails to a guest', mails, bookings.length),
  ];
}

/** What was acknowledged is there once and under the id that was told; what was not is there once or not at all. */
function whatCameOf({ mark, bookingId }: Ask, bookings: GuestAftermath['bookings']): Discrepancy[] {
  const found = bookings.filter(({ message }) => message === mark);
  if (bookingId === undefined) return found.length <= 1 ? [] : difference(`bookings of ${mark}`, found.length, 1);
  if (found.length === 1 && found[0]!.id !== bookingId) return [{ sentence: `${mark} was told to be ${bookingId} and is ${found[0]!.id}`, lost: 1, doubled: 0 }];
  return difference(`bookings of ${mark}`, found.length, 1);
}

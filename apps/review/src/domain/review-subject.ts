/** The two parties of a completed booking, as far as reviews care. */
export interface CompletedBooking {
  readonly bookingId: string;
  readonly listingId: string;
  readonly renterId: string;
  readonly ownerId: string;
  readonly completedAt: Date;
  /** Whether what was booked was an event. */
  readonly isOfEvent: boolean;
}

export type Subject = 'listing' | 'event' | 'host' | 'guest';

interface SubjectRule {
  /** Who writes it. */
  readonly author: (booking: CompletedBooking) => string;
  /** What is rated by it: the listing, or a person as host or guest. */
  readonly rated: 'listing' | 'user';
  readonly subjectId: (booking: CompletedBooking) => string;
  /** Who is told when it is shown. */
  readonly aboutUserId: (booking: CompletedBooking) => string;
}

/** Who reviews what after a stay (A10, C9): the renter the listing, or the event that it is, and the host; the owner the guest. */
export const SUBJECT_RULES: Readonly<Record<Subject, SubjectRule>> = {
  listing: { author: (b) => b.renterId, rated: 'listing', subjectId: (b) => b.listingId, aboutUserId: (b) => b.ownerId },
  event: { author: (b) => b.renterId, rated: 'listing', subjectId: (b) => b.listingId, aboutUserId: (b) => b.ownerId },
  host: { author: (b) => b.renterId, rated: 'user', subjectId: (b) => b.ownerId, aboutUserId: (b) => b.ownerId },
  guest: { author: (b) => b.ownerId, rated: 'user', subjectId: (b) => b.renterId, aboutUserId: (b) => b.renterId },
};

/** Whether there is such a thing to review: an event only where one was booked. */
export function bookingHasSubject({ isOfEvent }: CompletedBooking, subject: Subject): boolean {
  return subject !== 'event' || isOfEvent;
}

/** Whether a person took part in a booking. */
export function isPartyOf(booking: CompletedBooking, userId: string): boolean {
  return booking.renterId === userId || booking.ownerId === userId;
}

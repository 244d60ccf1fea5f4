/** What is known of a booking at the moment something happens to it. */
export interface BookingFact {
  readonly id: string;
  readonly listingId: string;
  readonly listingTitle: string;
  readonly kind: 'apartment' | 'item' | 'workspace' | 'event' | 'room';
  readonly renterId: string;
  readonly ownerId: string;
  readonly timeZone: string;
  readonly from: string;
  readonly to: string;
  readonly quantity: number;
  readonly total: { readonly amount: number; readonly currency: string };
  readonly message?: string;
  readonly reason?: string;
  readonly expiresAt?: string;
  /** What one party would like to change, while the other has not answered. */
  readonly proposedChange?: {
    readonly from: string;
    readonly to: string;
    readonly quantity: number;
    readonly total: { readonly amount: number; readonly currency: string };
    readonly expiresAt: string;
  };
  /** What was done, as the booking's own table of transitions calls it. */
  readonly action: string;
  /** Who did it; null where time did. */
  readonly actorId: string | null;
  /** Who answers for the owner of an event. */
  readonly moderatorIds?: readonly string[];
  readonly version: number;
}

/** The owner of what is booked. */
export const owner = (booking: BookingFact): string => booking.ownerId;

/** The one who books. */
export const renter = (booking: BookingFact): string => booking.renterId;

const HANDED_OVER: ReadonlySet<BookingFact['kind']> = new Set(['apartment', 'item', 'workspace']);

/** Whom to remind: the guest, and the owner where somebody has to be there for one guest. */
export const remindedOf = ({ kind, renterId, ownerId }: BookingFact): readonly string[] => (HANDED_OVER.has(kind) ? [renterId, ownerId] : [renterId]);

/** Those who answer for the owner of an event, but for whoever has just done so, or is the guest. */
export const moderators = ({ moderatorIds = [], actorId, renterId }: BookingFact): readonly string[] => moderatorIds.filter((id) => id !== actorId && id !== renterId);

const HOSTS_STEPS: readonly string[] = ['invite', 'confirm', 'reject'];

/** Whether somebody else did what only the owner, or who answers for them, may do. */
export const moderatorDidIt = ({ action, actorId, ownerId }: BookingFact): boolean => HOSTS_STEPS.includes(action) && actorId !== ownerId;

/** Whether the booking was agreed without the owner being asked. */
export const bookedAtOnce = (booking: BookingFact): boolean => booking.action === 'request';

/** Whether the guest said yes to an invitation. */
export const invitationWasAccepted = (booking: BookingFact): boolean => booking.action === 'accept';

/** Whether somebody else than the owner did it, so that the owner has to hear of it. */
export const ownerDidNotDoIt = (booking: BookingFact): boolean => booking.actorId !== booking.ownerId;

/** Whether somebody else than the renter did it. */
export const renterDidNotDoIt = (booking: BookingFact): boolean => booking.actorId !== booking.renterId;

/** Whether the renter did it and gets no more than a receipt. */
export const renterDidIt = (booking: BookingFact): boolean => !renterDidNotDoIt(booking);

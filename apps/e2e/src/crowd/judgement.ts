/** What the system says in the end about one journey. */
export interface Aftermath {
  readonly bookings: readonly { readonly id: string; readonly status: string }[];
  readonly steps: readonly { readonly to: string; readonly actorId: string | null }[];
  readonly listingIds: readonly string[];
  readonly hotelRooms: readonly string[];
  readonly ratingCount: number;
  readonly reviewTexts: readonly string[];
  readonly guestNotices: readonly string[];
  readonly landlordNotices: readonly string[];
  readonly guestMails: readonly string[];
  readonly landlordMails: readonly string[];
}

/** Who and what a journey was about. */
export interface JourneyFacts {
  readonly name: string;
  readonly mark: string;
  readonly listingId: string;
  readonly bookingId: string;
  readonly guest: { readonly id: string };
  readonly landlord: { readonly id: string };
}

/** What a whole journey has to leave, each thing once. */
export function expectedAftermath({ mark, listingId, bookingId, guest, landlord }: JourneyFacts): Aftermath {
  const title = `A flat ${mark}`;
  return {
    bookings: [{ id: bookingId, status: 'completed' }],
    steps: [
      { to: 'pending', actorId: guest.id },
      { to: 'confirmed', actorId: landlord.id },
      { to: 'in_progress', actorId: landlord.id },
      { to: 'completed', actorId: landlord.id },
    ],
    listingIds: [listingId],
    hotelRooms: [`Hotel ${mark} 101`],
    ratingCount: 1,
    reviewTexts: [`Fine listing ${mark}`],
    guestNotices: ['booking-completed', 'booking-confirmed', 'booking-started', 'review-published'],
    landlordNotices: ['booking-completed', 'booking-requested', 'review-published'],
    guestMails: [
      'A new review about you', `Begun: ${title}`, 'Confirm your e-mail address', `Confirmed: ${title}`, `How was it? ${title}`, `Your request was sent: ${title}`,
    ].sort(),
    landlordMails: ['A new review of your listing', `Booking request: ${title}`, `How was your guest? ${title}`].sort(),
  };
}

/** A part of what a journey left that is not as it has to be. */
export interface Discrepancy {
  readonly sentence: string;
  /** How much of what should be there is not. */
  readonly lost: number;
  /** How much is there that should not be: again, or at all. */
  readonly doubled: number;
}

/** Everything in which the aftermath of a journey differs from what it has to be. */
export function whatIsWrong(journey: JourneyFacts, aftermath: Aftermath): Discrepancy[] {
  const expected = expectedAftermath(journey);
  const differing = (Object.keys(expected) as (keyof Aftermath)[]).filter((part) => JSON.stringify(aftermath[part]) !== JSON.stringify(expected[part]));
  return differing.map((part) => ({
    sentence: `${journey.name}: ${part} should be ${JSON.stringify(expected[part])} and are ${JSON.stringify(aftermath[part])}`,
    lost: excess(expected[part], aftermath[part]),
    doubled: excess(aftermath[part], expected[part]),
  }));
}

/** How many there are of one list more than of the other; what is the same twice counts twice. */
function excess(one: Aftermath[keyof Aftermath], other: Aftermath[keyof Aftermath]): number {
  if (typeof one === 'number' || typeof other === 'number') return Math.max(0, Number(one) - Number(other));
  const rest = other.map((each) => JSON.stringify(each));
  return one.filter((each) => !take(rest, JSON.stringify(each))).length;
}

function take(rest: string[], wanted: string): boolean {
  const index = rest.indexOf(wanted);
  if (index >= 0) rest.splice(index, 1);
  return index >= 0;
}

/** One answer of a history, as far as the promise about repeated commands needs it. */
export interface AnsweredCommand {
  readonly traveller: string;
  readonly step: string;
  readonly idempotencyKey?: string;
  readonly status?: number;
  readonly id?: string;
}

/** Commands that were answered more than once as carried out, and not with the same thing. */
export function differentAnswersToOneCommand(history: readonly AnsweredCommand[]): string[] {
  const first = new Map<string, string>();
  const wrong: string[] = [];
  for (const { traveller, step, idempotencyKey, status, id } of history) {
    if (idempotencyKey === undefined || status !== 201 || id === undefined) continue;
    const earlier = first.get(idempotencyKey);
    if (earlier === undefined) first.set(idempotencyKey, id);
    else if (earlier !== id) wrong.push(`${traveller}: ${step} made ${earlier} and then ${id}`);
  }
  return wrong;
}

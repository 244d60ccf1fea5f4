import type { BookingView, HoldView } from '@bookable/contracts-booking';
import { NaiveClaims, type PlainClaim, type PlainResource, type PlainTime, type Slot, timeOfSlot, timeWithBuffers } from './naive-claims';

type Party = 'renter' | 'owner';

/** What somebody wants of a resource, and of another one beside it. */
export interface Wanted {
  readonly resource: PlainResource;
  readonly slot: Slot;
  readonly quantity: number;
  readonly beside?: { readonly resource: PlainResource; readonly quantity: number };
}

export interface PlainBooking extends Wanted {
  readonly id: string;
  readonly renter: string;
  readonly status: 'pending' | 'confirmed' | 'ended';
  readonly expiresAtMs: number;
  readonly lastStatusStep: string;
  readonly lastChangeStep: string;
  readonly proposal?: { readonly by: Party; readonly slot: Slot; readonly quantity: number; readonly expiresAtMs: number };
}

export interface PlainHold extends Wanted {
  readonly id: string;
  readonly renter: string;
  readonly expiresAtMs: number;
}

/** What is to come of a command: a refusal, or what follows from the answer. */
export type Expected<Answer> = { readonly refusal: string } | { readonly refusal?: undefined; readonly follow: (answer: Answer) => void };

const refused = (refusal: string) => ({ refusal });
const nothing = { follow: () => undefined };

/** The engine as it would be without a database, a queue or a lock: lists, and a look at all of them each time. */
export class NaiveEngine {
  readonly claims = new NaiveClaims();
  readonly bookings: PlainBooking[] = [];
  readonly holds: PlainHold[] = [];

  place(wanted: Wanted, renter: string, nowMs: number): Expected<BookingView> {
    const early = this.refusedEarly(wanted, renter, nowMs);
    if (early) return refused(early);
    if (takesPlaces(wanted.resource) && !this.fits(wanted, nowMs, [])) return refused('slot-taken');
    return { follow: (answer) => this.keep(wanted, renter, answer) };
  }

  hold(wanted: Wanted, renter: string, nowMs: number): Expected<HoldView> {
    if (wanted.quantity > wanted.resource.capacity) return refused('over-capacity');
    const standing = this.holds.filter((hold) => hold.renter === renter && this.claims.standing(hold.id, nowMs).length > 0);
    if (standing.length >= 10 || standing.filter((hold) => hold.resource === wanted.resource).length >= 3) return refused('too-many-holds');
    if (!this.fits(wanted, nowMs, [])) return refused('slot-taken');
    return {
      follow: ({ id, expiresAt }) => {
        const expiresAtMs = Date.parse(expiresAt);
        this.holds.push({ ...wanted, id, renter, expiresAtMs });
        this.claims.add(needsOf(wanted).map((need) => ({ ...need, of: id, expiresAtMs })));
      },
    };
  }

  bookHold(hold: PlainHold, nowMs: number): Expected<BookingView> {
    const early = this.refusedEarly(hold, hold.renter, nowMs);
    if (early) return refused(early);
    if (this.claims.standing(hold.id, nowMs).length === 0) return refused('hold-ended');
    return {
      follow: (answer) => {
        this.claims.release(hold.id);
        this.keep(hold, hold.renter, answer);
      },
    };
  }

  releaseHold(hold: PlainHold): Expected<void> {
    return { follow: () => this.claims.release(hold.id) };
  }

  change(booking: PlainBooking, by: Party, slot: Slot, quantity: number, nowMs: number): Expected<BookingView> {
    if (!isOpen(booking, nowMs)) return refused('wrong-status');
    const isAtOnce = by === 'renter' && (booking.status === 'pending' || booking.resource.approval === 'instant');
    if (quantity > booking.resource.capacity) return refused('over-capacity');
    const proposal = openProposal(booking, nowMs);
    const isSame = (one: { slot: Slot; quantity: number }) => one.quantity === quantity && (booking.resource.unit === 'session' || (one.slot.start === slot.start && one.slot.length === slot.length));
    if (isSame(booking) || (proposal?.by === by && isSame(proposal))) return nothing;
    if (!isAtOnce && proposal && proposal.by !== by) return refused('change-waits');
    const wanted = { ...booking, slot, quantity };
    if (this.overlapsAnother(wanted, booking.renter, nowMs, booking.id)) return refused('already-requested');
    return isAtOnce ? this.changeAtOnce(booking, wanted, nowMs) : this.propose(booking, by, wanted, nowMs);
  }

  answer(booking: PlainBooking, by: Party, isYes: boolean, nowMs: number): Expected<BookingView> {
    const proposal = openProposal(booking, nowMs);
    const step = `${isYes ? 'accept' : 'reject'} by ${by}`;
    if (!proposal) return isOpen(booking, nowMs) && booking.lastChangeStep === step ? nothing : refused('no-change-proposed');
    if (proposal.by === by) return refused('not-your-booking');
    if (!isYes) return { follow: () => this.drop(booking, { lastChangeStep: step }) };
    const wanted = { ...booking, slot: proposal.slot, quantity: proposal.quantity };
    if (this.overlapsAnother(wanted, booking.renter, nowMs, booking.id)) return refused('already-requested');
    return { follow: () => this.settle(booking, wanted, { lastChangeStep: step }) };
  }

  cancel(booking: PlainBooking, by: Party, nowMs: number): Expected<BookingView> {
    if (booking.lastStatusStep === `cancel by ${by}`) return nothing;
    if (!isOpen(booking, nowMs) || (by === 'owner' && booking.status === 'pending')) return refused('wrong-status');
    return {
      follow: () => {
        this.claims.release(booking.id);
        this.drop(booking, { status: 'ended', lastStatusStep: `cancel by ${by}`, lastChangeStep: '' });
      },
    };
  }

  confirm(booking: PlainBooking, nowMs: number): Expected<BookingView> {
    if (booking.lastStatusStep === 'confirm by owner') return nothing;
    if (!isOpen(booking, nowMs) || booking.status !== 'pending') return refused('wrong-status');
    if (!takesPlaces(booking.resource) && !this.fits(booking, nowMs, [])) return refused('slot-taken');
    return {
      follow: () => {
        this.claims.release(booking.id);
        this.claims.add(needsOf(booking).map((need) => ({ ...need, of: booking.id, expiresAtMs: Infinity })));
        this.drop(booking, { status: 'confirmed', expiresAtMs: Infinity, lastStatusStep: 'confirm by owner', lastChangeStep: '' });
      },
    };
  }

  block(resource: PlainResource, time: PlainTime, nowMs: number): Expected<void> {
    if (this.claims.taken(resource.id, time, nowMs, ['block']) > 0) return refused('slot-taken');
    return {
      follow: () => {
        this.claims.open(resource.id, time);
        this.claims.add([{ ...time, resourceId: resource.id, quantity: resource.capacity, of: 'block', expiresAtMs: Infinity }]);
      },
    };
  }

  private refusedEarly(wanted: Wanted, renter: string, nowMs: number): string | undefined {
    if (wanted.quantity > wanted.resource.capacity || (wanted.beside && wanted.beside.quantity > wanted.beside.resource.capacity)) return 'over-capacity';
    return this.overlapsAnother(wanted, renter, nowMs) ? 'already-requested' : undefined;
  }

  private overlapsAnother(wanted: Wanted, renter: string, nowMs: number, exceptId?: string): boolean {
    const time = timeOfSlot(wanted.resource, wanted.slot);
    return this.bookings.some((other) => {
      const its = timeOfSlot(other.resource, other.slot);
      return other.id !== exceptId && other.resource === wanted.resource && other.renter === renter && isOpen(other, nowMs) && its.fromMs < time.toMs && time.fromMs < its.toMs;
    });
  }

  private fits(wanted: Wanted, nowMs: number, except: readonly string[]): boolean {
    return needsOf(wanted).every(({ resourceId, quantity, capacity, ...time }) => this.claims.taken(resourceId, time, nowMs, except) + quantity <= capacity);
  }

  private changeAtOnce(booking: PlainBooking, wanted: Wanted, nowMs: number): Expected<BookingView> {
    if (holdsTime(booking) && !this.fits(wanted, nowMs, [booking.id, `proposal of ${booking.id}`])) return refused('slot-taken');
    return { follow: () => this.settle(booking, wanted, { lastChangeStep: 'change by renter' }) };
  }

  /** What the booking has and what it would have are both kept: at every moment the more of the two. */
  private propose(booking: PlainBooking, by: Party, wanted: Wanted, nowMs: number): Expected<BookingView> {
    const [own, proposalKey] = [this.claims.standing(booking.id, nowMs), `proposal of ${booking.id}`];
    const pieces = holdsTime(booking) ? needsOf(wanted).flatMap((need) => piecesOf(need, own)) : [];
    const missing = pieces.filter(({ quantity }) => quantity > 0);
    const isFree = missing.every(({ resourceId, quantity, capacity, ...time }) => this.claims.taken(resourceId, time, nowMs, [proposalKey]) + quantity <= capacity);
    if (!isFree) return refused('slot-taken');
    return {
      follow: ({ proposedChange }) => {
        const expiresAtMs = Date.parse(proposedChange!.expiresAt);
        this.drop(booking, { proposal: { by, slot: wanted.slot, quantity: wanted.quantity, expiresAtMs }, lastChangeStep: 'propose' });
        this.claims.add(missing.map((need) => ({ ...need, of: proposalKey, expiresAtMs })));
      },
    };
  }

  private keep(wanted: Wanted, renter: string, { id, status, expiresAt }: BookingView): void {
    const expiresAtMs = expiresAt === undefined ? Infinity : Date.parse(expiresAt);
    const { resource, slot, quantity, beside } = wanted;
    this.bookings.push({ resource, slot, quantity, beside, id, renter, status: status as PlainBooking['status'], expiresAtMs, lastStatusStep: 'request', lastChangeStep: '' });
    if (takesPlaces(resource)) this.claims.add(needsOf(wanted).map((need) => ({ ...need, of: id, expiresAtMs })));
  }

  private settle(booking: PlainBooking, { slot, quantity }: Wanted, more: Partial<PlainBooking>): void {
    this.drop(booking, { ...more, slot, quantity });
    this.claims.release(booking.id);
    if (holdsTime(booking)) this.claims.add(needsOf({ ...booking, slot, quantity }).map((need) => ({ ...need, of: booking.id, expiresAtMs: booking.expiresAtMs })));
  }

  /** Whatever else a booking does, what was proposed before is off. */
  private drop(booking: PlainBooking, more: Partial<PlainBooking>): void {
    this.claims.release(`proposal of ${booking.id}`);
    this.bookings[this.bookings.findIndex(({ id }) => id === booking.id)] = { ...booking, proposal: undefined, ...more };
  }
}

type Need = Omit<PlainClaim, 'of' | 'expiresAtMs'> & { readonly capacity: number };

function needsOf({ resource, slot, quantity, beside }: Wanted): Need[] {
  const need = (one: PlainResource, places: number): Need => ({ resourceId: one.id, capacity: one.capacity, quantity: places, ...timeWithBuffers(one, slot) });
  return [need(resource, quantity), ...(beside ? [need(beside.resource, beside.quantity)] : [])];
}

/** A need cut wherever something of one's own begins or ends, less what one has there. */
function piecesOf(need: Need, own: readonly PlainClaim[]): Need[] {
  const here = own.filter(({ resourceId }) => resourceId === need.resourceId);
  const marks = [...new Set([need.fromMs, need.toMs, ...here.flatMap(({ fromMs, toMs }) => [fromMs, toMs])])].filter((mark) => mark >= need.fromMs && mark <= need.toMs).sort((a, b) => a - b);
  return marks.slice(1).map((toMs, index) => {
    const fromMs = marks[index]!;
    const has = here.filter((claim) => claim.fromMs <= fromMs && fromMs < claim.toMs).reduce((sum, { quantity }) => sum + quantity, 0);
    return { ...need, fromMs, toMs, quantity: need.quantity - has };
  });
}

function takesPlaces({ unit, approval }: PlainResource): boolean {
  return unit !== 'session' || approval === 'instant';
}

function holdsTime({ status, resource }: PlainBooking): boolean {
  return status === 'confirmed' || takesPlaces(resource);
}

function isOpen({ status, expiresAtMs }: PlainBooking, nowMs: number): boolean {
  return status !== 'ended' && expiresAtMs > nowMs;
}

function openProposal({ proposal }: PlainBooking, nowMs: number): PlainBooking['proposal'] {
  return proposal && proposal.expiresAtMs > nowMs ? proposal : undefined;
}

import {
  ClaimReservation, type ClaimReservationRequest, FollowStay, type FollowStayRequest, ClaimReservations, type ClaimReservationsRequest, type FindListingWaitlistRequest, FindRoomTypeLine, GetWaitlistEntry,
  PutGuestInLine, type PutGuestInLineRequest, ReleaseReservation, type ReleaseReservationRequest, type ReservationClaimView, type ReservationClaimsView, SaidTooLate, SlotTaken, TakeGuestOutOfLine,
  type WaitlistEntryRequest, type WaitlistEntryView, WithdrawRoom, type WithdrawRoomRequest,
} from '@bookable/contracts-booking';
import { DomainError, NotFound, type Page, type Period, Unavailable, daysBetween, instantAt, periodsOverlap } from '@bookable/kernel';
import { BusModule, Handles } from '@bookable/platform-bus';
import type { ServiceDefinition } from '@bookable/platform-runtime';
import { Controller } from '@nestjs/common';

interface Claim extends Period {
  readonly reservationId: string;
  readonly listingId: string;
  readonly cleanedAtMs: number;
}

/** What booking would keep, in memory, and how it behaves just now. */
export const standInBooking = {
  claims: [] as Claim[],
  numbers: new Map<string, number>(),
  /** `away` answers nothing; `forgetful` does as asked, and then does not answer. */
  mood: 'well' as 'well' | 'away' | 'forgetful',
  /** How often it was asked to do something. */
  asked: 0,
  /** What it was told of the stays of bookings. */
  followed: [] as FollowStayRequest[],
  /** Places that somebody has taken elsewhere. */
  takenElsewhere: 0,
  /** The rooms that were taken away. */
  withdrawn: [] as WithdrawRoomRequest[],
  /** Who waits, in their order. */
  line: [] as WaitlistEntryView[],
};

function hear({ reservationId, number }: ReleaseReservationRequest): void {
  standInBooking.asked += 1;
  if (standInBooking.mood === 'away') throw new DomainError(Unavailable);
  if (number < (standInBooking.numbers.get(reservationId) ?? 0)) throw new DomainError(SaidTooLate);
  standInBooking.numbers.set(reservationId, number);
}

/** How many of them there are at the moment at which there are most. */
function mostAtOnce(claims: readonly Claim[]): number {
  return Math.max(0, ...claims.map((one) => claims.filter((other) => other.fromMs <= one.fromMs && one.fromMs < other.toMs).length));
}

function unlessForgetful(): void {
  if (standInBooking.mood === 'forgetful') throw new DomainError(Unavailable);
}

@Controller()
class StandInReservationsRpc {
  @Handles(ClaimReservation)
  async claim(request: ClaimReservationRequest): Promise<ReservationClaimView> {
    const claimed = this.claimed(request);
    unlessForgetful();
    return claimed;
  }

  @Handles(ClaimReservations)
  async claimTogether({ claims }: ClaimReservationsRequest): Promise<ReservationClaimsView> {
    const before = standInBooking.claims;
    try {
      const claimed = claims.map((one) => this.claimed(one));
      unlessForgetful();
      return { claims: claimed };
    } catch (error) {
      if (standInBooking.mood !== 'forgetful') standInBooking.claims = before;
      throw error;
    }
  }

  private claimed(request: ClaimReservationRequest): ReservationClaimView {
    hear(request);
    const { reservationId, listingId, from, to, options = {}, offer } = request;
    const during = { fromMs: instantAt(from, options.earlyCheckIn ?? offer.checkIn, 'Europe/Riga'), toMs: instantAt(to, options.lateCheckOut ?? offer.checkOut, 'Europe/Riga') };
    const others = standInBooking.claims.filter((one) => one.reservationId !== reservationId);
    const inTheWay = others.filter((one) => one.listingId === listingId && periodsOverlap(one, during));
    if (mostAtOnce(inTheWay) + standInBooking.takenElsewhere >= offer.rooms) throw new DomainError(SlotTaken);
    standInBooking.claims = [...others, { reservationId, listingId, ...during, cleanedAtMs: during.toMs + (offer.cleaningMinutes ?? 0) * 60_000 }];
    const halves = Number(options.earlyCheckIn !== undefined) + Number(options.lateCheckOut !== undefined);
    const total = { amount: offer.price.amount * daysBetween(from, to) + (offer.price.amount / 2) * halves, currency: offer.price.currency };
    const line = { label: 'Nights', rule: 'unit', units: 1, unitAmount: total.amount, amount: total.amount } as const;
    return { startsAt: new Date(during.fromMs).toISOString(), endsAt: new Date(during.toMs).toISOString(), quote: { total, lines: [line] } };
  }

  @Handles(ReleaseReservation)
  async release(request: ReleaseReservationRequest): Promise<void> {
    hear(request);
    standInBooking.claims = standInBooking.claims.filter(({ reservationId }) => reservationId !== request.reservationId);
    unlessForgetful();
  }

  @Handles(WithdrawRoom)
  async withdraw(request: WithdrawRoomRequest): Promise<void> {
    if (standInBooking.mood === 'away') throw new DomainError(Unavailable);
    const most = mostAtOnce(standInBooking.claims.filter(({ listingId }) => listingId === request.listingId));
    if (most + standInBooking.takenElsewhere > request.roomsLeft) throw new DomainError(SlotTaken);
    standInBooking.withdrawn.push(request);
    unlessForgetful();
  }

  @Handles(FollowStay)
  async follow(request: FollowStayRequest): Promise<void> {
    if (standInBooking.mood === 'away') throw new DomainError(Unavailable);
    standInBooking.followed.push(request);
    unlessForgetful();
  }
}

@Controller()
class StandInLinesRpc {
  @Handles(PutGuestInLine)
  async put({ entryId: id, listingId, guestId, userId: renterId, from, to }: PutGuestInLineRequest): Promise<WaitlistEntryView> {
    if (standInBooking.mood === 'away') throw new DomainError(Unavailable);
    const known = standInBooking.line.find((entry) => entry.id === id);
    const entry: WaitlistEntryView = known ?? {
      id, listingId, guestId, renterId, from, to, quantity: 1, position: standInBooking.line.length + 1, status: 'waiting', createdAt: new Date().toISOString(),
    };
    if (!known) standInBooking.line.push(entry);
    unlessForgetful();
    return entry;
  }

  @Handles(FindRoomTypeLine)
  async page({ listingId }: FindListingWaitlistRequest): Promise<Page<WaitlistEntryView>> {
    return { items: standInBooking.line.filter((entry) => entry.listingId === listingId), nextCursor: null };
  }

  @Handles(GetWaitlistEntry)
  async one({ entryId }: WaitlistEntryRequest): Promise<WaitlistEntryView> {
    const entry = standInBooking.line.find(({ id }) => id === entryId);
    if (!entry) throw new DomainError(NotFound);
    return entry;
  }

  @Handles(TakeGuestOutOfLine)
  async takeOut({ entryId }: WaitlistEntryRequest): Promise<void> {
    standInBooking.line = standInBooking.line.filter(({ id }) => id !== entryId);
  }
}

class StandInBookingModule {}

/** Another service in the place of booking. */
export const standInBookingService: ServiceDefinition = {
  name: 'booking',
  module: (_env, { bus }) => ({ module: StandInBookingModule, imports: [BusModule.register(bus)], controllers: [StandInLinesRpc, StandInReservationsRpc] }),
};

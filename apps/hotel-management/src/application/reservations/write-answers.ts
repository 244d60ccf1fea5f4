import type { ReservationView } from '@bookable/contracts-hotel-management';
import { DomainError, type ProblemKind } from '@bookable/kernel';
import type { Transaction } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import type { StayPrice } from '../../clients/reservation-claims';
import type { StayTerms } from '../../domain/reservation';
import type { Hold } from '../../persistence/hotel.store';
import { ReservationReader } from '../../persistence/reservation.reader';
import { type ReservationRow, ReservationStore } from '../../persistence/reservation.store';
import { RoomAssignmentStore } from '../../persistence/room-assignment.store';
import { ArrangeRooms } from './arrange-rooms';
import { presentReservation } from './present-reservation';

/** Booking has decided, and asking again would not change it. */
const DECIDED: ReadonlySet<ProblemKind> = new Set(['conflict', 'rule-broken', 'malformed']);

/** What booking has agreed to. */
export interface Claimed {
  readonly wanted: StayTerms;
  readonly price: StayPrice;
}

/** Whether what booking has answered is its last word. */
export function isDecided(error: unknown): error is DomainError {
  return error instanceof DomainError && DECIDED.has(error.problem.kind);
}

/** Writes down what booking has answered of a reservation, which the caller has locked as it was asked for. */
@Injectable()
export class WriteAnswers {
  constructor(
    private readonly reservations: ReservationStore,
    private readonly reader: ReservationReader,
    private readonly assignments: RoomAssignmentStore,
    private readonly arrange: ArrangeRooms,
    private readonly clock: Clock,
  ) {}

  /** The time is the reservation's now, and this is what it costs. */
  async claimed(tx: Transaction, row: ReservationRow, { wanted, price: { total, lines } }: Claimed, hold: Hold): Promise<ReservationView> {
    const now = this.clock.now();
    const isFirst = row.status === 'requesting';
    const priceLines = lines.map(({ label, rule, units, unitAmount, amount }) => ({ label, rule, units, unitAmount, amount }));
    const after = { terms: wanted, wanted: null, priceLines, totalAmount: total.amount, currency: total.currency, ...(isFirst && { status: 'confirmed' as const }) };
    const written = this.reservations.write(tx, row, after, { action: isFirst ? 'claim' : 'change', actorId: null, now });
    if (!isFirst) await this.arrangeAnew(tx, await written, row, { now, hold });
    const [shown] = await Promise.all([this.reader.one(tx, row.id), written]);
    const answer = presentReservation(shown!);
    if (isFirst) await this.reservations.keepFirstAnswer(tx, row.id, answer);
    return answer;
  }

  /** It is as it was before; where it was new it never has been. */
  async refused(tx: Transaction, row: ReservationRow, reason: string, hold: Hold): Promise<void> {
    const now = this.clock.now();
    const isFirst = row.status === 'requesting';
    const step = { action: isFirst ? 'refuse' : 'change', actorId: null, reason, now } as const;
    const written = await this.reservations.write(tx, row, { wanted: null, ...(isFirst && { status: 'refused' as const }) }, step);
    if (isFirst) await this.arrange.forget(tx, row.id);
    else await this.arrangeAnew(tx, written, row, { now, hold });
  }

  /** What a reservation was and what it would be may have been of two types: of both it keeps what it needs from now on. */
  private async arrangeAnew(tx: Transaction, written: ReservationRow, { terms, wanted }: ReservationRow, { now, hold }: { readonly now: Date; readonly hold: Hold }): Promise<void> {
    const need = { ...written, given: await this.assignments.of(tx, written.id) };
    await this.arrange.ofTypes(tx, written.hotelId, [terms.roomTypeId, (wanted ?? terms).roomTypeId], now, need, hold);
  }
}

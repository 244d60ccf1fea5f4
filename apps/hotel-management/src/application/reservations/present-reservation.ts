import type { ReservationStatus, ReservationView } from '@bookable/contracts-hotel-management';
import { instantWithOffset, money, sumMoney } from '@bookable/kernel';
import { periodOf } from '../../domain/reservation';
import { presentPayment } from '../money/present-payment';
import type { ShownReservationRow } from '../../persistence/reservation.store';

/** A stored reservation as its readers get it. One that booking has not answered yet is shown to nobody. */
export function presentReservation(row: ShownReservationRow): ReservationView {
  const { id, hotelId, terms, category, beds, minibar, priceLines, currency, totalAmount, payments, timeZone } = row;
  const { fromMs, toMs } = periodOf(terms);
  const local = (instant: Date | null) => (instant === null ? undefined : instantWithOffset(instant.getTime(), timeZone));
  return {
    id, hotelId, category, beds, minibar,
    status: row.status as ReservationStatus,
    roomId: row.roomId ?? undefined,
    roomNumber: row.roomNumber ?? undefined,
    isPinned: terms.pinnedRoomId !== null,
    from: terms.from,
    to: terms.to,
    startsAt: instantWithOffset(fromMs, timeZone),
    endsAt: instantWithOffset(toMs, timeZone),
    earlyCheckIn: terms.earlyCheckIn ?? undefined,
    lateCheckOut: terms.lateCheckOut ?? undefined,
    guestId: row.guestId ?? undefined,
    guestName: row.guestName ?? undefined,
    userId: row.userId ?? undefined,
    bookingId: row.bookingId ?? undefined,
    groupId: row.groupId ?? undefined,
    note: row.note ?? undefined,
    total: { amount: totalAmount, currency },
    lines: [...priceLines],
    paid: sumMoney(payments.map(({ amount }) => money(amount, currency)), currency),
    payments: payments.map((payment) => presentPayment({ ...payment, currency, at: new Date(payment.at) }, timeZone)),
    checkedInAt: local(row.checkedInAt),
    checkedOutAt: local(row.checkedOutAt),
    reason: row.reason ?? undefined,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

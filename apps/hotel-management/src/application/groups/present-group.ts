import type { ReservationGroupView } from '@bookable/contracts-hotel-management';
import { type Money, sumMoney } from '@bookable/kernel';
import type { ReservationGroupRow } from '../../persistence/reservation-group.store';
import type { ShownReservationRow } from '../../persistence/reservation.store';
import { presentReservation } from '../reservations/present-reservation';

/** A stored group as its readers get it. */
export function presentGroup({ id, hotelId, userId, createdAt }: ReservationGroupRow, rows: readonly ShownReservationRow[]): ReservationGroupView {
  const reservations = rows.map(presentReservation);
  const standing = reservations.filter(({ status }) => status !== 'cancelled' && status !== 'no_show');
  const currencies = new Set(rows.map(({ currency }) => currency));
  const sumOf = (amounts: readonly Money[]) => (currencies.size === 1 ? sumMoney([...amounts], rows[0]!.currency) : undefined);
  return {
    id, hotelId, userId: userId ?? undefined,
    total: sumOf(standing.map(({ total }) => total)),
    paid: sumOf(reservations.map(({ paid }) => paid)),
    reservations,
    createdAt: createdAt.toISOString(),
  };
}

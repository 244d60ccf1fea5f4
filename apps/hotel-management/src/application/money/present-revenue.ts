import type { RevenueReportView } from '@bookable/contracts-hotel-management';
import { addDays } from '@bookable/kernel';
import { NOTHING_COUNTED, type RevenueCounts, revenueRates } from '../../domain/revenue-figures';
import type { RevenueRow } from '../../persistence/revenue.reader';

type Frame = Pick<RevenueReportView, 'from' | 'to' | 'by' | 'timeZone' | 'currency'>;

/** What was counted, as its readers get it; a period in which nothing happened is shown as such. */
export function presentRevenue(frame: Frame, periods: readonly (readonly string[])[], rows: readonly RevenueRow[]): RevenueReportView {
  const ofPart = (part: RevenueRow['part']) => rows.filter((row) => row.part === part);
  const rates = (counts: RevenueCounts = NOTHING_COUNTED) => revenueRates(counts, frame.currency);
  const [total] = ofPart('total');
  const byPeriod = new Map(ofPart('period').map((row) => [row.period, row]));
  return {
    ...frame,
    currencies: [...(total?.currencies ?? [])],
    total: rates(total),
    periods: periods.map((days, number) => ({ from: days[0]!, to: addDays(days.at(-1)!, 1), ...rates(byPeriod.get(number)) })),
    categories: ofPart('category').map((row) => ({ category: row.category!, ...rates(row) })),
    rooms: ofPart('room').map((row) => ({ roomId: row.roomId ?? undefined, roomNumber: row.roomNumber ?? undefined, ...rates(row) })),
  };
}

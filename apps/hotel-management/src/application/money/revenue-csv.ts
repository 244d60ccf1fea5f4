import type { RevenueFigures, RevenueReportView } from '@bookable/contracts-hotel-management';
import { csvLine } from '../../domain/csv-line';
import { inMajorUnits } from '../../domain/major-units';
import { REPORT_TEXTS, type ReportLocale } from './report.texts';

/** What spreadsheets tell UTF-8 by. */
const BYTE_ORDER_MARK = '\uFEFF';

/** A report as CSV: the total, then every period, category and room, one line each; money in whole units of its currency. */
export function revenueCsv(report: RevenueReportView, locale: ReportLocale): string {
  const { columns, parts, categories } = REPORT_TEXTS[locale];
  const { from, to, total, periods, rooms, currency } = report;
  const line = (part: keyof typeof parts, of: { from?: string; to?: string; category?: string; room?: string }, figures: RevenueFigures): string =>
    csvLine([parts[part], of.from ?? from, of.to ?? to, of.category, of.room, ...figureCells(figures, currency)]);
  return [
    BYTE_ORDER_MARK,
    csvLine(Object.values(columns)),
    line('total', {}, total),
    ...periods.map((period) => line('period', period, period)),
    ...report.categories.map((one) => line('category', { category: categories[one.category] }, one)),
    ...rooms.map((room) => line('room', { room: room.roomNumber }, room)),
  ].join('');
}

function figureCells({ paid, refunded, revenue, nightsSold, nightsAvailable, occupancy, adr, revPar }: RevenueFigures, currency: string) {
  const money = (amount: { readonly amount: number } | undefined) => amount && { number: inMajorUnits(amount.amount, currency) };
  const count = (number: number | undefined) => (number === undefined ? undefined : { number: String(number) });
  return [money(paid), money(refunded), money(revenue), currency, count(nightsSold), count(nightsAvailable), count(occupancy), money(adr), money(revPar)];
}

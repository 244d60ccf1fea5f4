import { type PrintRevenueReportRequest, type PrintedReportView, ReportTooLong } from '@bookable/contracts-hotel-management';
import { DomainError } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { FindHotels } from '../find-hotels';
import { ReportRevenue } from './report-revenue';
import { revenueCsv } from './revenue-csv';
import { revenuePdf } from './revenue-pdf';

/** Setting a row takes a millisecond or two; nobody reads more of them on paper. */
const MOST_ROWS_ON_PAPER = 800;

/** Writes the report of what a hotel has brought in as a file. */
@Injectable()
export class PrintRevenue {
  constructor(
    private readonly reportRevenue: ReportRevenue,
    private readonly hotels: FindHotels,
    private readonly clock: Clock,
  ) {}

  async execute({ format, locale = 'en', ...request }: PrintRevenueReportRequest, context: MessageContext): Promise<PrintedReportView> {
    const report = await this.reportRevenue.execute(request, context);
    const name = `income-${report.from}-${report.to}`;
    if (format !== 'pdf') return { fileName: `${name}.csv`, mediaType: 'text/csv; charset=utf-8', content: Buffer.from(revenueCsv(report, locale)).toString('base64') };
    if (report.periods.length + report.rooms.length > MOST_ROWS_ON_PAPER) throw new DomainError(ReportTooLong);
    const { name: hotelName } = await this.hotels.one(request);
    const bytes = await revenuePdf(report, { hotelName, locale, printedAt: this.clock.now() });
    return { fileName: `${name}.pdf`, mediaType: 'application/pdf', content: bytes.toString('base64') };
  }
}

import { GetRevenueReport, type RevenueReportRequest } from '@bookable/contracts-hotel-management';
import { Handles, type MessageContext } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { ReportRevenue } from '../application/money/report-revenue';

/** What a hotel takes in. */
@Controller()
export class MoneyRpc {
  constructor(private readonly reportRevenue: ReportRevenue) {}

  /** `hotel-management.get-revenue-report` */
  @Handles(GetRevenueReport)
  revenue(request: RevenueReportRequest, context: MessageContext) {
    return this.reportRevenue.execute(request, context);
  }
}

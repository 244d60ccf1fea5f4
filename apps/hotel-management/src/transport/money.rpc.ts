import {
  FindClosedDays as FindClosedDaysContract, type FindClosedDaysRequest, GetRevenueReport, PrintRevenueReport, type PrintRevenueReportRequest,
  RefundPayment as RefundPaymentContract, type RefundPaymentRequest, type RevenueReportRequest, TakePayment as TakePaymentContract, type TakePaymentRequest,
} from '@bookable/contracts-hotel-management';
import { Handles, type MessageContext } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { FindClosedDays } from '../application/money/find-closed-days';
import { PrintRevenue } from '../application/money/print-revenue';
import { RefundPayment } from '../application/money/refund-payment';
import { ReportRevenue } from '../application/money/report-revenue';
import { TakePayment } from '../application/money/take-payment';

/** What a hotel takes in. */
@Controller()
export class MoneyRpc {
  constructor(
    private readonly takePayment: TakePayment,
    private readonly refundPayment: RefundPayment,
    private readonly reportRevenue: ReportRevenue,
    private readonly printRevenue: PrintRevenue,
    private readonly findClosedDays: FindClosedDays,
  ) {}

  /** `hotel-management.take-payment` */
  @Handles(TakePaymentContract)
  take(request: TakePaymentRequest, context: MessageContext) {
    return this.takePayment.execute(request, context);
  }

  /** `hotel-management.refund-payment` */
  @Handles(RefundPaymentContract)
  refund(request: RefundPaymentRequest, context: MessageContext) {
    return this.refundPayment.execute(request, context);
  }

  /** `hotel-management.get-revenue-report` */
  @Handles(GetRevenueReport)
  revenue(request: RevenueReportRequest, context: MessageContext) {
    return this.reportRevenue.execute(request, context);
  }

  /** `hotel-management.print-revenue-report` */
  @Handles(PrintRevenueReport)
  print(request: PrintRevenueReportRequest, context: MessageContext) {
    return this.printRevenue.execute(request, context);
  }

  /** `hotel-management.find-closed-days` */
  @Handles(FindClosedDaysContract)
  closedDays(request: FindClosedDaysRequest, context: MessageContext) {
    return this.findClosedDays.execute(request, context);
  }
}

import {
  FindClosedDays, type FindClosedDaysRequest, GetRevenueReport, RefundPayment, type RefundPaymentRequest, type RevenueReportRequest, TakePayment, type TakePaymentRequest,
} from '@bookable/contracts-hotel-management';
import { Bus } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { Route } from '../http/route';

const names = { id: 'hotelId', rid: 'reservationId', pid: 'paymentId' };

/** What a hotel takes in. */
@Controller()
export class HotelMoneyHttp {
  constructor(private readonly bus: Bus) {}

  @Route('POST', '/api/hotels/:id/reservations/:rid/payments', TakePayment, { says: 'Takes a payment from a guest who has arrived.', access: 'owner', status: 201, names })
  take(asked: TakePaymentRequest): Promise<Buffer> {
    return this.bus.forward(TakePayment, asked);
  }

  @Route('POST', '/api/hotels/:id/reservations/:rid/payments/:pid/refund', RefundPayment, { says: 'Gives a payment back, or a part of it.', access: 'owner', status: 201, names })
  refund(asked: RefundPaymentRequest): Promise<Buffer> {
    return this.bus.forward(RefundPayment, asked);
  }

  @Route('GET', '/api/hotels/:id/reports/revenue', GetRevenueReport, { says: 'What the hotel has brought in, for its owners.', access: 'owner', names })
  revenue(asked: RevenueReportRequest): Promise<Buffer> {
    return this.bus.forward(GetRevenueReport, asked);
  }

  @Route('GET', '/api/hotels/:id/reports/days', FindClosedDays, { says: 'The days that are closed, with their figures, for owners.', access: 'owner', names })
  closedDays(asked: FindClosedDaysRequest): Promise<Buffer> {
    return this.bus.forward(FindClosedDays, asked);
  }
}

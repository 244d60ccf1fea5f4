import {
  FindClosedDays, type FindClosedDaysRequest, GetRevenueReport, PrintRevenueReport, RefundPayment, type RefundPaymentRequest, type ReportFormat, type RevenueReportRequest,
  TakePayment, type TakePaymentRequest,
} from '@bookable/contracts-hotel-management';
import { Bus } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { pageLocaleOf } from '../http/page-locale';
import { prefers } from '../http/prefers';
import { Route } from '../http/route';

const FILES = { csv: 'text/csv', pdf: 'application/pdf' } as const;
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

  @Route('GET', '/api/hotels/:id/reports/revenue', GetRevenueReport, { says: 'What the hotel has brought in, for its owners; as JSON, CSV or PDF.', access: 'owner', names, asFile: Object.values(FILES) })
  async revenue(asked: RevenueReportRequest, request: FastifyRequest, reply: FastifyReply): Promise<Buffer> {
    const format = asked.format ?? formatWished(request);
    if (format === 'json') return this.bus.forward(GetRevenueReport, asked);
    const { mediaType, fileName, content } = await this.bus.request(PrintRevenueReport, { ...asked, format, locale: asked.locale ?? pageLocaleOf(request) });
    void reply.type(mediaType).header('content-disposition', `attachment; filename="${fileName}"`);
    return Buffer.from(content, 'base64');
  }

  @Route('GET', '/api/hotels/:id/reports/days', FindClosedDays, { says: 'The days that are closed, with their figures, for owners.', access: 'owner', names })
  closedDays(asked: FindClosedDaysRequest): Promise<Buffer> {
    return this.bus.forward(FindClosedDays, asked);
  }
}

function formatWished({ headers }: FastifyRequest): ReportFormat {
  if (prefers(headers, FILES.csv)) return 'csv';
  return prefers(headers, FILES.pdf) ? 'pdf' : 'json';
}

import { GetRevenueReport, type RevenueReportRequest } from '@bookable/contracts-hotel-management';
import { Bus } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { Route } from '../http/route';

const names = { id: 'hotelId' };

/** What a hotel takes in. */
@Controller()
export class HotelMoneyHttp {
  constructor(private readonly bus: Bus) {}

  @Route('GET', '/api/hotels/:id/reports/revenue', GetRevenueReport, { says: 'What the hotel has brought in, for its owners.', access: 'owner', names })
  revenue(asked: RevenueReportRequest): Promise<Buffer> {
    return this.bus.forward(GetRevenueReport, asked);
  }
}

import { FindHotelAudit, type FindHotelAuditRequest } from '@bookable/contracts-operations';
import { Bus } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { Route } from '../http/route';

/** Who did what in a hotel that only some may do. */
@Controller()
export class HotelAuditHttp {
  constructor(private readonly bus: Bus) {}

  @Route('GET', '/api/hotels/:id/audit', FindHotelAudit, {
    says: 'What was done in the hotel that only some may do, newest first.', access: 'owner', names: { id: 'hotelId' },
  })
  find(asked: FindHotelAuditRequest): Promise<Buffer> {
    return this.bus.forward(FindHotelAudit, asked);
  }
}

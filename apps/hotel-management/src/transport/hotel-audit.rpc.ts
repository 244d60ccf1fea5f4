import { FindHotelAudit as FindHotelAuditContract, type FindHotelAuditRequest } from '@bookable/contracts-operations';
import { Handles, type MessageContext } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { FindHotelAudit } from '../application/find-hotel-audit';

/** What was done in a hotel, for its owners. */
@Controller()
export class HotelAuditRpc {
  constructor(private readonly findHotelAudit: FindHotelAudit) {}

  /** `hotel-management.find-hotel-audit` */
  @Handles(FindHotelAuditContract)
  find(request: FindHotelAuditRequest, context: MessageContext) {
    return this.findHotelAudit.execute(request, context);
  }
}

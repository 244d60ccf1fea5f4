import { Forbidden, NotFound, type Page, defineQuery } from '@bookable/kernel';
import { IsId, PageRequest } from '@bookable/wire';
import { AuditEntryView } from './audit-entry.view';

/** Whose log. */
export class FindHotelAuditRequest extends PageRequest {
  @IsId()
  hotelId: string;
}

/** What was done in a hotel that only some may do, newest first: staff changed, the house handed over, money given back, rules set aside. For its owners. */
export const FindHotelAudit = defineQuery<FindHotelAuditRequest, Page<AuditEntryView>>({
  topic: 'hotel-management.find-hotel-audit',
  request: FindHotelAuditRequest,
  reply: AuditEntryView,
  answers: 'page',
  problems: [Forbidden, NotFound],
});

import { Forbidden, type Page, defineQuery } from '@bookable/kernel';
import { IsId, IsInstant, IsText, PageRequest } from '@bookable/wire';
import { IsIn, IsOptional } from 'class-validator';
import { AffectedUserView, AuditEntryView } from './audit-entry.view';
import { SERVICES, type ServiceName } from './in-service';

/** Which entries of the audit log; each field narrows them down. */
export class FindAuditEntriesRequest extends PageRequest {
  /** All services unless told. */
  @IsOptional() @IsIn(SERVICES)
  service?: ServiceName;

  /** Who did it. */
  @IsOptional() @IsId()
  actor?: string;

  @IsOptional() @IsText(1, 100)
  action?: string;

  @IsOptional() @IsText(1, 200)
  subject?: string;

  /** Not before. */
  @IsOptional() @IsInstant()
  from?: string;

  /** Before. */
  @IsOptional() @IsInstant()
  to?: string;
}

/** What was done that is privileged or suspicious, newest first; for administrators. */
export const FindAuditEntries = defineQuery<FindAuditEntriesRequest, Page<AuditEntryView>>({
  topic: 'operations.find-audit-entries',
  request: FindAuditEntriesRequest,
  reply: AuditEntryView,
  answers: 'page',
  problems: [Forbidden],
});

/** Whose data the chosen actions touched, by the ids of accounts: the list that a breach is told by. For administrators. */
export const FindAffectedUsers = defineQuery<FindAuditEntriesRequest, Page<AffectedUserView>>({
  topic: 'operations.find-affected-users',
  request: FindAuditEntriesRequest,
  reply: AffectedUserView,
  answers: 'page',
  problems: [Forbidden],
});

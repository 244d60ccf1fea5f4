export { ErasePerson, ErasePersonRequest, ErasedPersonView } from './erase-person.command';
export { AUDITED } from './audited';
export { AUDIT_ROLES, AffectedUserView, AuditEntryView, type AuditedRole } from './audit-entry.view';
export { BackgroundWorkView, DependencyView, JobView, OutboxView, SERVICE_STATES, type ServiceState, WaitingTopicView } from './background-work.view';
export { DeadLetterView, LETTER_OUTCOMES, type LetterOutcome, OpenedDeadLetterView, SettledDeadLetterView } from './dead-letter.view';
export {
  DeadLetterRequest, DeadLetterSettled, DropDeadLetter, DropDeadLetterRequest, FindDeadLetters, FindDeadLettersRequest, OpenDeadLetter, ReplayDeadLetter,
} from './dead-letters.command';
export { ExportPerson, ExportPersonRequest, PersonalRowsView, WithheldTableView } from './export-person.query';
export { FindAffectedUsers, FindAuditEntries, FindAuditEntriesRequest } from './find-audit-entries.query';
export { FindHotelAudit, FindHotelAuditRequest } from './find-hotel-audit.query';
export { FindBackgroundWork, FindBackgroundWorkRequest, GetBackgroundWork } from './get-background-work.query';
export { SERVICES, type ServiceName, ServiceRequest, inService } from './in-service';

export { OperationsModule } from './operations.module';
export { presentAuditEntry } from './present-audit-entry';

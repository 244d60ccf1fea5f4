export { OperationsModule } from './operations.module';
export { presentAuditEntry } from './present-audit-entry';
export { onlyAdministrators } from './only-administrators';
export { type PersonalTable, type PersonalTables } from './personal-tables';

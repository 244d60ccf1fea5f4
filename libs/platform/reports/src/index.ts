export { FaultReports, type ReportOptions } from './fault-reports';

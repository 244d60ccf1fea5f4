export { LOG_LEVELS, type LoggedFault, type LogFacts, type LogLevel, Logger, type LoggerOptions } from './logger';
export { NestLog } from './nest-log';
export { redact } from './redact';
export { scrubText } from './scrub-text';

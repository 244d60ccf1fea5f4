import type { LoggerService } from '@nestjs/common';
import type { Logger } from './logger';

/** Lets the framework speak through our logger. Its start-up chatter is told at `debug`: a person reads our own lines. */
export class NestLog implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.logger.debug(textOf(message), { framework: contextOf(rest) });
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.logger.warn(textOf(message), { framework: contextOf(rest) });
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.logger.error(textOf(message), { framework: contextOf(rest), stack: rest.length > 1 ? rest[0] : undefined, ...errorIn(message, rest) });
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.logger.fatal(textOf(message), { framework: contextOf(rest), ...errorIn(message, rest) });
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.logger.debug(textOf(message), { framework: contextOf(rest) });
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.logger.trace(textOf(message), { framework: contextOf(rest) });
  }
}

function textOf(message: unknown): string {
  if (message instanceof Error) return message.message;
  return typeof message === 'string' ? message : 'The framework reports';
}

function contextOf(rest: readonly unknown[]): unknown {
  const last = rest.at(-1);
  return typeof last === 'string' ? last : undefined;
}

function errorIn(message: unknown, rest: readonly unknown[]): { error?: Error } {
  const error = [message, ...rest].find((part) => part instanceof Error);
  return error ? { error } : {};
}

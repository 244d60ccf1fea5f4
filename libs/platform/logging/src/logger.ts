import { currentContext } from '@bookable/platform-context';
import { type DestinationStream, type Logger as PinoLogger, destination, pino, stdTimeFunctions } from 'pino';
import { redact } from './redact';
import { scrubText } from './scrub-text';

/** How much is logged, from nothing but the end of the process to everything. */
export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
/** One of `LOG_LEVELS`. */
export type LogLevel = (typeof LOG_LEVELS)[number];

/** What is known beside the message; an error goes under `error`. */
export type LogFacts = Readonly<Record<string, unknown>>;

/** A line of the gravest levels, as told to whoever collects faults: its facts are redacted, its error is not. */
export interface LoggedFault {
  readonly level: 'error' | 'fatal';
  readonly service: string;
  readonly message: string;
  readonly error?: Error;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** What a logger is made with; lines go to standard output unless told. */
export interface LoggerOptions {
  readonly level?: LogLevel;
  readonly service?: string;
  readonly destination?: DestinationStream;
  /** Told of every error and every fatal fault, whatever the level; must be quick and never throw. */
  readonly onFault?: (fault: LoggedFault) => void;
}

const LINE_KEYS = new Set(['level', 'time', 'msg', 'pid', 'service']);

/** Facts may not pass for the line's own keys, or a caller could forge who said what and when. */
function lineFacts(facts: object): Record<string, unknown> {
  const redacted = redact(facts) as Record<string, unknown>;
  return Object.fromEntries(Object.entries(redacted).map(([key, value]) => [LINE_KEYS.has(key) ? `${key}_` : key, value]));
}

/** The running request or message, so that a line can be found by the id in an answer's `X-Request-Id`. */
function contextFacts(): object {
  const context = currentContext();
  return context ? { requestId: context.requestId, messageId: context.messageId, actorId: context.actor?.userId, traceId: context.span?.traceId } : {};
}

/**
 * Writes one line of JSON for each thing told, with secrets and personal data taken out. Injected by this class.
 * Messages are constant sentences; whatever changes goes into the facts.
 */
export class Logger {
  private constructor(
    private readonly lines: PinoLogger,
    private readonly root: PinoLogger,
    private readonly service: string,
    private readonly onFault?: LoggerOptions['onFault'],
  ) {}

  /** The logger of a process; `service` says whose it is while nobody else speaks. */
  static create({ level = 'info', service = 'process', destination: target, onFault }: LoggerOptions = {}): Logger {
    const options = {
      level,
      base: { pid: process.pid },
      timestamp: stdTimeFunctions.isoTime,
      mixin: contextFacts,
      formatters: { level: (label: string) => ({ level: label }), log: lineFacts },
    };
    return Logger.speakingFor(service, pino(options, target ?? destination({ fd: 1, sync: true })), onFault);
  }

  /** The same logger, speaking for one service. */
  forService(service: string): Logger {
    return Logger.speakingFor(service, this.root, this.onFault);
  }

  private static speakingFor(service: string, root: PinoLogger, onFault: LoggerOptions['onFault']): Logger {
    return new Logger(root.child({ service }), root, service, onFault);
  }

  trace(message: string, facts: LogFacts = {}): void {
    this.lines.trace(facts, scrubText(message));
  }

  debug(message: string, facts: LogFacts = {}): void {
    this.lines.debug(facts, scrubText(message));
  }

  info(message: string, facts: LogFacts = {}): void {
    this.lines.info(facts, scrubText(message));
  }

  warn(message: string, facts: LogFacts = {}): void {
    this.lines.warn(facts, scrubText(message));
  }

  error(message: string, facts: LogFacts = {}): void {
    this.lines.error(facts, scrubText(message));
    this.onFault?.(this.faultOf('error', message, facts));
  }

  fatal(message: string, facts: LogFacts = {}): void {
    this.lines.fatal(facts, scrubText(message));
    this.onFault?.(this.faultOf('fatal', message, facts));
  }

  private faultOf(level: LoggedFault['level'], message: string, { error, ...facts }: LogFacts): LoggedFault {
    const told = { ...contextFacts(), ...lineFacts(facts) };
    return { level, service: this.service, message: scrubText(message), error: error instanceof Error ? error : undefined, facts: told };
  }
}

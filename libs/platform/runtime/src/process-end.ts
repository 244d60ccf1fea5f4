import type { Logger } from '@bookable/platform-logging';

/** How a process ends. */
export interface ProcessEndOptions {
  /** Finishes what runs and lets go of everything; may take `boundMs` at most. */
  readonly drain: () => Promise<void>;
  readonly boundMs: number;
  readonly logger: Logger;
  readonly exit: (code: number) => void;
}

/** The part of `process` that is listened to. */
export interface ProcessSignals {
  on(event: string, listener: (...facts: unknown[]) => void): unknown;
}

/** The end of a process: once asked it drains and exits; asked a second time it exits at once. */
export class ProcessEnd {
  private ending = false;
  private bound?: NodeJS.Timeout;

  constructor(private readonly options: ProcessEndOptions) {}

  /** Ends on SIGTERM, SIGINT, the loss of the launcher, and faults that nobody caught. */
  watch(signals: ProcessSignals): void {
    for (const signal of ['SIGTERM', 'SIGINT']) signals.on(signal, () => void this.end(signal, 0));
    signals.on('disconnect', () => void this.end('the launcher is gone', 0));
    for (const fault of ['uncaughtException', 'unhandledRejection']) {
      signals.on(fault, (error) => {
        this.options.logger.fatal('A fault was caught by nobody.', { fault, error });
        if (!this.ending) void this.end(fault, 1);
      });
    }
  }

  /** Drains within the bound and exits with the code, or with 1 where the bound is passed. */
  async end(reason: string, code: number): Promise<void> {
    const { boundMs, drain, exit, logger } = this.options;
    if (this.ending) {
      clearTimeout(this.bound);
      logger.warn('Asked to stop again: exits at once.', { reason });
      exit(code === 0 ? 130 : code);
      return;
    }
    this.ending = true;
    logger.info('Stopping.', { reason });
    this.bound = setTimeout(() => {
      logger.error('What runs did not finish in time.', { boundMs });
      exit(1);
    }, boundMs);
    try {
      await drain();
      logger.info('Stopped.', { reason });
      exit(code);
    } catch (error) {
      logger.error('Stopping failed.', { error });
      exit(1);
    } finally {
      clearTimeout(this.bound);
    }
  }
}

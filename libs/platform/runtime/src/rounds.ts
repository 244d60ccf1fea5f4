import type { Logger } from '@bookable/platform-logging';
import { jobFailed, jobLeftOut } from './jobs/job-book';

/** Work that time sets off again and again: never twice at once in a process, and a round that fails is followed by the next. */
export class Rounds {
  private isRunning = false;

  /** `fault` is what the log says of a round that fails, and of what becomes of its work. */
  constructor(
    private readonly logger: Logger,
    private readonly fault: string,
  ) {}

  /** Goes one round, unless the last one has not ended; never rejects. */
  async run(work: () => Promise<void>): Promise<void> {
    if (this.isRunning) return jobLeftOut();
    this.isRunning = true;
    try {
      await work();
    } catch (error) {
      jobFailed(error);
      this.logger.warn(this.fault, { error });
    } finally {
      this.isRunning = false;
    }
  }
}

import { DomainError, Unavailable } from '@bookable/kernel';

/** Lets a few jobs run at once and a bounded number wait; whoever comes on top is told to come again. */
export class ImageQueue {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly atOnce: number,
    private readonly mayWait: number,
  ) {}

  async run<Result>(job: () => Promise<Result>): Promise<Result> {
    await this.turn();
    try {
      return await job();
    } finally {
      this.next();
    }
  }

  private async turn(): Promise<void> {
    if (this.running < this.atOnce) {
      this.running += 1;
      return;
    }
    if (this.waiting.length >= this.mayWait) throw new DomainError(Unavailable, 'Too many photos wait to be read.', { retryAfterSeconds: 5 });
    await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /** The place is handed on rather than given up, so that nobody slips in between. */
  private next(): void {
    const resolve = this.waiting.shift();
    if (resolve) resolve();
    else this.running -= 1;
  }
}

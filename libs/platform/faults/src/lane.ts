import type { Socket } from 'node:net';

interface OnTheWay {
  readonly chunk: Buffer;
  readonly dueMs: number;
}

/** One way of a connection: what comes out at one end goes in at the other, in order, after a while or once it may. */
export class Lane {
  private readonly waiting: OnTheWay[] = [];
  private timer?: NodeJS.Timeout;
  private isHanging = false;

  constructor(
    private readonly from: Socket,
    private readonly to: Socket,
    private readonly delayMs: () => number,
  ) {
    from.on('data', (chunk: Buffer) => this.take(chunk));
    from.on('end', () => this.waiting.length === 0 && to.end());
    from.on('close', () => clearTimeout(this.timer));
    to.on('drain', () => this.isHanging || from.resume());
  }

  /** Nothing comes through any more, and whoever writes is told nothing of it. */
  hang(): void {
    this.isHanging = true;
    this.from.pause();
  }

  /** Goes on with what was held back. */
  resume(): void {
    this.isHanging = false;
    this.from.resume();
    this.pass();
  }

  private take(chunk: Buffer): void {
    this.waiting.push({ chunk, dueMs: performance.now() + this.delayMs() });
    if (!this.timer) this.pass();
  }

  private pass(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    while (!this.isHanging && this.waiting.length > 0) {
      const waitMs = this.waiting[0]!.dueMs - performance.now();
      if (waitMs > 0) {
        this.timer = setTimeout(() => this.pass(), waitMs);
        return;
      }
      if (!this.to.write(this.waiting.shift()!.chunk)) this.from.pause();
    }
  }
}

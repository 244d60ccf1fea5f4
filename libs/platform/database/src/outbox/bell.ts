/**
 * Wakes one sleeper. Rings that come close together wake it once: the first after a quiet time at once,
 * the following ones no sooner than the linger after the last awakening.
 */
export class Bell {
  private timer?: NodeJS.Timeout;
  private dueAtMs = Infinity;
  private wokeAtMs = -Infinity;
  private wake?: () => void;
  private hasRung = false;

  constructor(private readonly lingerMs: number) {}

  /** Rings after a delay, unless it is to ring sooner anyway. */
  ring(delayMs = 0): void {
    const nowMs = performance.now();
    const dueAtMs = Math.max(nowMs + delayMs, this.wokeAtMs + this.lingerMs);
    if (this.hasRung || dueAtMs >= this.dueAtMs) return;
    clearTimeout(this.timer);
    this.dueAtMs = dueAtMs;
    if (dueAtMs <= nowMs) setImmediate(() => this.strike());
    else this.timer = setTimeout(() => this.strike(), dueAtMs - nowMs);
  }

  /** Resolves at the next ring, or after the given time. */
  async wait(timeoutMs: number): Promise<void> {
    const net = setTimeout(() => this.strike(), timeoutMs);
    if (!this.hasRung) await new Promise<void>((resolve) => (this.wake = resolve));
    clearTimeout(net);
    this.hasRung = false;
    this.wokeAtMs = performance.now();
  }

  private strike(): void {
    clearTimeout(this.timer);
    this.dueAtMs = Infinity;
    this.hasRung = true;
    this.wake?.();
    this.wake = undefined;
  }
}

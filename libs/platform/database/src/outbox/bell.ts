/**
 * Wakes one sleeper. Rings that come close together wake it once: the first after a quiet time at once,
 * the following ones no sooner than the linger after the last awakening.
 */
export class Bell {
  private timer?: NodeJS.Timeout;
  private wokeAtMs = -Infinity;
  private wake?: () => void;
  private hasRung = false;

  /** The linger may change with how much there is to do. */
  constructor(public lingerMs: number) {}

  /** Rings as soon as the linger allows; heard also by a sleeper who goes to sleep only afterwards. */
  ring(): void {
    if (this.hasRung || this.timer) return;
    const waitMs = this.wokeAtMs + this.lingerMs - performance.now();
    if (waitMs <= 0) this.strike();
    else this.timer = setTimeout(() => this.strike(), waitMs);
  }

  /** Resolves at the next ring, or after the given time. */
  async wait(timeoutMs: number): Promise<void> {
    if (!this.hasRung) {
      const net = setTimeout(() => this.strike(), timeoutMs);
      await new Promise<void>((resolve) => (this.wake = resolve));
      clearTimeout(net);
    }
    this.hasRung = false;
    this.wokeAtMs = performance.now();
  }

  private strike(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.hasRung = true;
    this.wake?.();
    this.wake = undefined;
  }
}

/** Which lanes rest because their last delivery failed, with a rest that grows from failure to failure. */
export class LanePauses {
  private readonly pauses = new Map<number, { failures: number; untilMs: number }>();

  constructor(
    private readonly firstPauseMs: number,
    private readonly longestPauseMs: number,
  ) {}

  /** Puts a lane to rest and says for how long. Rests are scattered, so that replicas do not come back as one. */
  extend(lane: number, nowMs: number): number {
    const failures = (this.pauses.get(lane)?.failures ?? 0) + 1;
    const wholeMs = Math.min(this.firstPauseMs * 2 ** (failures - 1), this.longestPauseMs);
    const pauseMs = wholeMs * (0.75 + Math.random() / 4);
    this.pauses.set(lane, { failures, untilMs: nowMs + pauseMs });
    return pauseMs;
  }

  /** A delivery went well: the next failure starts with a short rest again. */
  clear(lane: number): void {
    this.pauses.delete(lane);
  }

  /** The lanes that rest at this moment. */
  resting(nowMs: number): number[] {
    return [...this.pauses].filter(([, { untilMs }]) => untilMs > nowMs).map(([lane]) => lane);
  }

  /** How long until the first of them may be tried again; infinite where none rests. */
  shortestMs(nowMs: number): number {
    const ends = [...this.pauses.values()].map(({ untilMs }) => untilMs).filter((untilMs) => untilMs > nowMs);
    return Math.min(...ends) - nowMs;
  }
}

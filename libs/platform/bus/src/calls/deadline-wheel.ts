/** How late a deadline may be noticed. */
const STEP_MS = 20;

/**
 * Notices deadlines of very many calls with one timer: they are kept in slots of 20 ms, and a call that was answered
 * costs nothing more when its slot comes by. The timer runs only while something waits.
 */
export class DeadlineWheel {
  private readonly slots = new Map<number, number[]>();
  private timer?: NodeJS.Timeout;

  constructor(private readonly passed: (id: number) => void) {}

  /** Will tell of the id soon after so much time, whatever the clock is set to meanwhile. */
  add(id: number, timeLeftMs: number): void {
    const slot = Math.ceil((performance.now() + timeLeftMs) / STEP_MS);
    const ids = this.slots.get(slot);
    if (ids) ids.push(id);
    else this.slots.set(slot, [id]);
    this.timer ??= setInterval(() => this.sweep(), STEP_MS);
  }

  /** Forgets everything. */
  clear(): void {
    this.slots.clear();
    clearInterval(this.timer);
    this.timer = undefined;
  }

  private sweep(): void {
    const now = Math.floor(performance.now() / STEP_MS);
    for (const [slot, ids] of this.slots) {
      if (slot > now) continue;
      this.slots.delete(slot);
      ids.forEach(this.passed);
    }
    if (this.slots.size === 0) this.clear();
  }
}

import { CalendarRefusal } from './calendar-refusal';

const STEPS_AT_MOST = 100_000;
const SPANS_AT_MOST = 10_000;
/** A rule that finds nothing for so long never will: even a 29 February comes back sooner. */
const VAIN_STEPS_AT_MOST = 20_000;
const STEPS_BETWEEN_BREATHS = 1_000;

/** Counts the steps that all rules of a calendar take together, and what they find, so that no calendar takes more than its share of time. */
export class RepetitionBudget {
  private steps = 0;
  private vainSteps = 0;
  private spans = 0;
  private breathedAt = 0;

  /** One step of a rule. */
  spend(): void {
    this.steps += 1;
    this.vainSteps += 1;
    if (this.steps > STEPS_AT_MOST || this.vainSteps > VAIN_STEPS_AT_MOST) throw new CalendarRefusal('too-many-repetitions');
  }

  /** A rule has found something. */
  found(): void {
    this.vainSteps = 0;
  }

  /** One more stretch of time that is taken. */
  keep(): void {
    this.spans += 1;
    if (this.spans > SPANS_AT_MOST) throw new CalendarRefusal('too-many-repetitions');
  }

  /** Whether so much was done since the last time that others should have their turn. */
  needsABreath(): boolean {
    const needs = this.steps - this.breathedAt >= STEPS_BETWEEN_BREATHS;
    if (needs) this.breathedAt = this.steps;
    return needs;
  }
}

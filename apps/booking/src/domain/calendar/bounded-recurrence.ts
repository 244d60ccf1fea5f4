import ICAL from 'ical.js';
import { CalendarRefusal } from './calendar-refusal';
import type { RepetitionBudget } from './repetition-budget';

type Rule = InstanceType<typeof ICAL.Recur>;
type Time = InstanceType<typeof ICAL.Time>;

interface RecurrenceOptions {
  readonly rule: Rule;
  readonly dtstart: Time;
  readonly budget: RepetitionBudget;
}

/**
 * The library's way through a rule, with every step of it counted: there are rules for which it would look for the next
 * date for ever, such as every 30 February.
 */
export class BoundedRecurrence extends ICAL.RecurIterator {
  // Declared only: the library begins to step while it is constructed, before a field of ours would be there.
  declare private budget: RepetitionBudget;

  constructor(rule: Rule, dtstart: Time, budget: RepetitionBudget) {
    const options: RecurrenceOptions = { rule, dtstart, budget };
    super(options);
  }

  override fromData(options: RecurrenceOptions): void {
    this.budget = options.budget;
    super.fromData(options);
  }

  override check_contracting_rules(): boolean {
    this.budget.spend();
    return super.check_contracting_rules();
  }

  override increment_month(): void {
    this.budget.spend();
    super.increment_month();
  }

  override increment_year(years: number): void {
    this.budget.spend();
    super.increment_year(years);
  }

  /** The next date of the rule; undefined after the last one. */
  following(): Time | undefined {
    this.budget.spend();
    const time = this.next();
    if (time) this.budget.found();
    return time?.clone();
  }
}

/** A rule as the library reads it, without its end, which is ours to judge: it knows nothing of zones. */
export function endlessRule(rule: Rule): Rule {
  const endless = rule.clone();
  endless.until = null;
  if (endless.interval < 1) throw new CalendarRefusal('broken', 'a rule that stands still');
  return endless;
}

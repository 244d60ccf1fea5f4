/** Why a calendar that arrived cannot be taken for what it says. */
export const CALENDAR_REFUSALS = ['not-a-calendar', 'broken', 'unknown-time-zone', 'not-understood', 'too-many-events', 'too-many-repetitions'] as const;

/** One of the reasons. */
export type CalendarRefusalWord = (typeof CALENDAR_REFUSALS)[number];

/** A calendar that is refused as a whole: taking time from the half of it that was understood would sell the other half twice. */
export class CalendarRefusal extends Error {
  constructor(
    readonly word: CalendarRefusalWord,
    /** What of it was not understood, where it can be told without telling what the calendar says. */
    readonly detail?: string,
  ) {
    super(word);
  }
}

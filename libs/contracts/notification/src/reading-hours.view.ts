import { IsTimeOfDay } from '@bookable/wire';

/** The part of the day in which somebody is not written to; where it ends before it begins, it lasts over midnight. */
export class QuietHoursView {
  /** By the clock of the person, such as `22:00`. */
  @IsTimeOfDay()
  from: string;

  /** Then what has waited is sent. */
  @IsTimeOfDay()
  until: string;
}

/** One mail a day with all that waited, instead of a mail for each thing. */
export class DigestView {
  /** By the clock of the person. */
  @IsTimeOfDay()
  at: string;
}

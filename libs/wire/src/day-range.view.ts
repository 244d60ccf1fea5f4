import { IsDay } from './time-rules';

/** Local days in a row: the first included, the last excluded. */
export class DayRangeView {
  @IsDay()
  from: string;

  @IsDay()
  to: string;
}

import { IsInstant } from './time-rules';
import { ToldEventFacts } from './told-event.facts';

/** An event at another time, as far as everybody who tells of it says the same. */
export class MovedEventFacts extends ToldEventFacts {
  /** When it was to begin until now. */
  @IsInstant()
  fromBefore: string;

  /** When it was to end until now. */
  @IsInstant()
  toBefore: string;
}

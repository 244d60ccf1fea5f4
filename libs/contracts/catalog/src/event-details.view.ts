import { IsInstant, IsText } from '@bookable/wire';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { EVENT_PRIVACIES, type EventPrivacy } from './listing-kinds';

/** What an event has beside what every listing has; its capacity is its number of seats. */
export class EventDetailsView {
  /** The film, where the event is about one. */
  @IsOptional() @IsText(1, 100)
  movieId?: string;

  @IsInstant()
  startsAt: string;

  @IsInstant()
  endsAt: string;

  @IsIn(EVENT_PRIVACIES)
  privacy: EventPrivacy;

  /** Whether a seat costs anything; agrees with the price. */
  @IsBoolean()
  paid: boolean;

  @IsOptional() @IsText(1, 300)
  place?: string;
}

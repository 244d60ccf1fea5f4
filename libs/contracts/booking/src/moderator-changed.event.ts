import { type EventContract, defineEvent } from '@bookable/kernel';
import { IsId, IsInstant, IsText, IsTimeZoneName } from '@bookable/wire';
import { IsInt } from 'class-validator';

/** Whose rights at which event have changed, with what a reader would otherwise have to ask for. */
export class ModeratorFacts {
  /** One for each person and event, however often the rights come and go. */
  @IsId()
  id: string;

  @IsId()
  listingId: string;

  @IsText(1, 200)
  listingTitle: string;

  @IsId()
  ownerId: string;

  @IsId()
  userId: string;

  @IsTimeZoneName()
  timeZone: string;

  @IsInstant()
  from: string;

  @IsInstant()
  to: string;

  @IsInt()
  version: number;
}

const moderatorEvent = (happened: string): EventContract<ModeratorFacts> =>
  defineEvent<ModeratorFacts>({ topic: `booking.moderator.${happened}`, payload: ModeratorFacts, aggregateId: (facts) => facts.id });

/** Somebody may invite to an event and answer requests for it from now on. */
export const ModeratorAppointed = moderatorEvent('appointed');
/** They may not any longer. */
export const ModeratorDismissed = moderatorEvent('dismissed');

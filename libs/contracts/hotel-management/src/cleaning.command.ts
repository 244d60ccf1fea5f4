import { NotFound, type Page, defineCommand, defineProblem, defineQuery } from '@bookable/kernel';
import { IsId, IsInstant, IsText, PageRequest } from '@bookable/wire';
import { IsIn, IsInt, IsOptional, IsString } from 'class-validator';

/** Somebody else has taken the room to clean it. */
export const CleaningTaken = defineProblem('cleaning-taken', 'conflict', 'Somebody else cleans this room.');

/** Why a room is to be cleaned (E12). */
export const CLEANING_CAUSES = ['check-out', 'request', '48-hours'] as const;
/** One of the reasons. */
export type CleaningCause = (typeof CLEANING_CAUSES)[number];

/** A room that is to be cleaned, or was. */
export class CleaningView {
  @IsId()
  id: string;

  @IsId()
  roomId: string;

  @IsString()
  roomNumber: string;

  @IsInt()
  floor: number;

  @IsIn(CLEANING_CAUSES)
  cause: CleaningCause;

  @IsOptional() @IsText(1, 500)
  note?: string;

  /** Who asked for it; nobody where time did. */
  @IsOptional() @IsId()
  requestedBy?: string;

  @IsInstant()
  requestedAt: string;

  /** When the next guest is expected, where one is: the sooner, the more urgent. */
  @IsOptional() @IsInstant()
  nextArrivalAt?: string;

  /** Who cleans it. */
  @IsOptional() @IsId()
  takenBy?: string;

  @IsOptional() @IsInstant()
  takenAt?: string;

  @IsOptional() @IsId()
  doneBy?: string;

  @IsOptional() @IsInstant()
  doneAt?: string;
}

/** Of which room. */
export class CleaningRequest {
  @IsId()
  hotelId: string;

  @IsId()
  roomId: string;
}

/** Which room is to be cleaned, with a word to whoever does it. */
export class RequestCleaningRequest extends CleaningRequest {
  @IsOptional() @IsText(1, 500)
  note?: string;
}

/** Of which hotel. */
export class FindHousekeepingRequest extends PageRequest {
  @IsId()
  hotelId: string;
}

/** What is to be cleaned, most urgent first: rooms that somebody arrives in soon, then those that wait longest (E12). */
export const FindHousekeeping = defineQuery<FindHousekeepingRequest, Page<CleaningView>>({
  topic: 'hotel-management.find-housekeeping', request: FindHousekeepingRequest, reply: CleaningView, answers: 'page',
});

/** Of which room. */
export class FindCleaningsRequest extends PageRequest {
  @IsId()
  hotelId: string;

  @IsId()
  roomId: string;
}

/** Every cleaning of a room, the latest first: who asked for it and why, who took it, who finished it and when (E12). */
export const FindCleanings = defineQuery<FindCleaningsRequest, Page<CleaningView>>({
  topic: 'hotel-management.find-cleanings', request: FindCleaningsRequest, reply: CleaningView, answers: 'page',
});

const parts = { request: CleaningRequest, reply: CleaningView, problems: [NotFound] };

/** Asks for a room to be cleaned: an owner, an administrator, or the guest who stays in it. One that waits already waits on. */
export const RequestCleaning = defineCommand<RequestCleaningRequest, CleaningView>({ ...parts, topic: 'hotel-management.request-cleaning', request: RequestCleaningRequest });

/** Somebody of the staff takes a room to clean it. */
export const TakeCleaning = defineCommand<CleaningRequest, CleaningView>({ ...parts, topic: 'hotel-management.take-cleaning', problems: [NotFound, CleaningTaken] });

/** The room is clean. Saying it again changes nothing. */
export const FinishCleaning = defineCommand<CleaningRequest, CleaningView>({ ...parts, topic: 'hotel-management.finish-cleaning' });

import { Forbidden, NotFound, type Page, defineCommand, defineProblem, defineQuery } from '@bookable/kernel';
import { IsDay, IsId } from '@bookable/wire';
import { HotelPageRequest } from './find-reservations.query';
import { LineEntryView } from './hotel-line.view';
import { NoRoomFree, RoomNotOffered, StayIsPast, StayTooFar, StayTooShort } from './reservation.errors';
import { ReservationView } from './reservation.view';

/** Nothing has to be waited for: such a room is free for these nights. */
export const RoomStillFree = defineProblem('still-free', 'conflict', 'Such a room is free now: reserve it.');
/** The guest waits already for some of these nights. */
export const GuestWaits = defineProblem('already-waiting', 'conflict', 'The guest is waiting for this already.');
/** The guest has booked some of these nights. */
export const GuestHasBooked = defineProblem('already-requested', 'conflict', 'The guest has booked this already.');
/** No room is held for the guest, or no longer; the fact `entryStatus` names where the entry stands. */
export const NothingOffered = defineProblem('not-offered', 'conflict', 'No room is held for this guest now.');
/** The entry has come to an end; the fact `entryStatus` names which. */
export const WaitIsOver = defineProblem('not-waiting', 'conflict', 'The guest is not waiting any more.');
/** They stand in line in their own name, so what is offered to them is theirs to answer. */
export const WaitsThemselves = defineProblem('waits-themselves', 'conflict', 'They wait in their own name, and answer for themselves.');

/** Who is put in line, for which rooms and nights. */
export class PutInLineRequest {
  @IsId()
  hotelId: string;

  /** Which kind of room, as the rate calendar names them. */
  @IsId()
  roomTypeId: string;

  /** Somebody of whom the hotel has a record. */
  @IsId()
  guestId: string;

  /** The day of arrival where the hotel is. */
  @IsDay()
  from: string;

  /** The day of departure. */
  @IsDay()
  to: string;
}

/** The desk puts a guest at the end of the line for rooms of a type (E5). What is free is reserved instead. */
export const PutInLine = defineCommand<PutInLineRequest, LineEntryView>({
  topic: 'hotel-management.put-in-line',
  request: PutInLineRequest,
  reply: LineEntryView,
  problems: [NotFound, Forbidden, RoomStillFree, GuestWaits, GuestHasBooked, RoomNotOffered, StayIsPast, StayTooShort, StayTooFar],
});

/** Which line to show. */
export class FindLineRequest extends HotelPageRequest {
  /** For which kind of room, as the rate calendar names them. */
  @IsId()
  roomTypeId: string;
}

/** Who waits for rooms of a type, in the order in which they are offered what frees. */
export const FindLine = defineQuery<FindLineRequest, Page<LineEntryView>>({ topic: 'hotel-management.find-line', request: FindLineRequest, reply: LineEntryView, answers: 'page' });

/** Which entry is meant. */
export class LineEntryRequest {
  @IsId()
  hotelId: string;

  @IsId()
  entryId: string;
}

const parts = { request: LineEntryRequest };

/** Takes a guest whom the desk has put there out of the line; what was held for them goes to the next. Saying it again changes nothing. */
export const TakeOutOfLine = defineCommand<LineEntryRequest>({ ...parts, topic: 'hotel-management.take-out-of-line', problems: [NotFound, Forbidden, WaitIsOver, WaitsThemselves] });

/** The desk takes for a guest the room that is held for them: it is a reservation from then on. Saying it again answers the same one. */
export const TakeForGuest = defineCommand<LineEntryRequest, ReservationView>({
  ...parts, topic: 'hotel-management.take-for-guest', reply: ReservationView, problems: [NotFound, Forbidden, NothingOffered, WaitsThemselves, NoRoomFree],
});

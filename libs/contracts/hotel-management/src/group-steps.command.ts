import { NotFound, defineCommand, defineQuery } from '@bookable/kernel';
import { IsDay, IsId, IsText, IsTimeOfDay, MayBeLeftOut } from '@bookable/wire';
import { Type } from 'class-transformer';
import { IsOptional, ValidateNested } from 'class-validator';
import { PaymentTerms } from './reservation-steps.command';
import { MadeByBooking, NoRoomFree, RoomNotClean, RoomOccupied, STAY_PROBLEMS, StayIsPast, TooEarlyForThis, WrongReservationStatus } from './reservation.errors';
import { ReservationGroupView } from './reservation-group.view';

/** Which group. */
export class GroupRequest {
  @IsId()
  hotelId: string;

  @IsId()
  groupId: string;
}

/** When all of a group come and leave; what is left out stays as it is. */
export class ChangeGroupRequest extends GroupRequest {
  @MayBeLeftOut() @IsDay()
  from?: string;

  @MayBeLeftOut() @IsDay()
  to?: string;

  /** Null where they come at the usual time after all. */
  @IsOptional() @IsTimeOfDay()
  earlyCheckIn?: string | null;

  /** Null where they leave at the usual time after all. */
  @IsOptional() @IsTimeOfDay()
  lateCheckOut?: string | null;
}

/** Which group is called off, and why. */
export class CancelGroupRequest extends GroupRequest {
  @IsOptional() @IsText(1, 2000)
  reason?: string;
}

/** What is paid for a group that arrives. */
export class CheckInGroupRequest extends GroupRequest {
  /** All of it in cash unless told. What is paid counts for one room after another, until each is paid; what is over is of the last. */
  @MayBeLeftOut() @ValidateNested() @Type(() => PaymentTerms)
  payment?: PaymentTerms;

  /** Why they are let into rooms that have not been cleaned. */
  @MayBeLeftOut() @IsText(1, 500)
  overrideReason?: string;
}

const reply = ReservationGroupView;

/** A group with all of its rooms, for the desk and for whose it is. */
export const GetGroup = defineQuery<GroupRequest, ReservationGroupView>({ topic: 'hotel-management.get-group', request: GroupRequest, reply });

/** Changes when every room of a group is had that still stands, all of them or none. */
export const ChangeGroup = defineCommand<ChangeGroupRequest, ReservationGroupView>({
  topic: 'hotel-management.change-group', request: ChangeGroupRequest, reply, problems: [NotFound, WrongReservationStatus, MadeByBooking, RoomNotClean, RoomOccupied, ...STAY_PROBLEMS],
});

/** Calls off every room of a group to which nobody has come. Saying it again changes nothing. */
export const CancelGroup = defineCommand<CancelGroupRequest, ReservationGroupView>({
  topic: 'hotel-management.cancel-group', request: CancelGroupRequest, reply, problems: [NotFound, WrongReservationStatus],
});

/** All who are still expected arrive (E6), each in a clean room, or none of them is let in. Saying it again takes no second payment. */
export const CheckInGroup = defineCommand<CheckInGroupRequest, ReservationGroupView>({
  topic: 'hotel-management.check-in-group', request: CheckInGroupRequest, reply, problems: [NotFound, WrongReservationStatus, TooEarlyForThis, StayIsPast, NoRoomFree, RoomNotClean, RoomOccupied],
});

/** All of a group who are in the house leave (E6). */
export const CheckOutGroup = defineCommand<GroupRequest, ReservationGroupView>({
  topic: 'hotel-management.check-out-group', request: GroupRequest, reply, problems: [NotFound, WrongReservationStatus],
});

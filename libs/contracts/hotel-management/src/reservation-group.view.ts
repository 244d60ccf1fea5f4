import { IsId, IsInstant, MoneyView } from '@bookable/wire';
import { Type } from 'class-transformer';
import { IsArray, IsOptional, ValidateNested } from 'class-validator';
import { ReservationView } from './reservation.view';

/** Several rooms that were reserved as one: each is a reservation of its own, which comes, is changed and ends with the others or alone. */
export class ReservationGroupView {
  @IsId()
  id: string;

  @IsId()
  hotelId: string;

  /** The account it was made for, where it was not the desk that made it. */
  @IsOptional() @IsId()
  userId?: string;

  /** What all rooms cost that were not called off or missed. Absent where they are paid in several currencies. */
  @IsOptional() @ValidateNested() @Type(() => MoneyView)
  total?: MoneyView;

  /** What has been paid for all of them so far, less what was given back. Absent as the total is. */
  @IsOptional() @ValidateNested() @Type(() => MoneyView)
  paid?: MoneyView;

  /** In the order in which they were named. */
  @IsArray() @ValidateNested({ each: true }) @Type(() => ReservationView)
  reservations: ReservationView[];

  @IsInstant()
  createdAt: string;
}

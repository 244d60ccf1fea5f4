import { MoneyView } from '@bookable/wire';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';

/** Money that changed hands, in one currency. */
export class IncomeView {
  /** Taken at check-in and later. */
  @ValidateNested() @Type(() => MoneyView)
  paid: MoneyView;

  /** Given back; counted on the day of the refund, and for the room and category of the payment. */
  @ValidateNested() @Type(() => MoneyView)
  refunded: MoneyView;

  /** Paid less refunded; less than nothing where more was given back than taken. */
  @ValidateNested() @Type(() => MoneyView)
  revenue: MoneyView;
}

import { IsId, IsInstant, IsText, MoneyView } from '@bookable/wire';
import { Type } from 'class-transformer';
import { IsIn, IsOptional, ValidateNested } from 'class-validator';

/** How people pay at a desk. */
export const PAYMENT_METHODS = ['cash', 'card', 'transfer'] as const;
/** One of the ways. */
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

/** Money that changed hands at the desk. What has once been written down stays; a mistake is put right by a refund. */
export class PaymentView {
  @IsId()
  id: string;

  @IsIn(PAYMENT_METHODS)
  method: PaymentMethod;

  /** Less than nothing where it is a refund. */
  @ValidateNested() @Type(() => MoneyView)
  amount: MoneyView;

  /** How much of it has been given back since. */
  @ValidateNested() @Type(() => MoneyView)
  refunded: MoneyView;

  /** Of a refund, the payment that it gives back. */
  @IsOptional() @IsId()
  refundOf?: string;

  /** What it was for, or why it was given back. */
  @IsOptional() @IsText(1, 500)
  note?: string;

  /** The account of whoever took or gave it. */
  @IsId()
  takenBy: string;

  @IsInstant()
  at: string;
}

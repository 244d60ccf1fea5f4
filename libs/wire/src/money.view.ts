import { IsInt } from 'class-validator';
import { IsCurrency } from './text-rules';

/** An amount of money in minor units, `{ amount: 12500, currency: "EUR" }` is 125 euro. */
export class MoneyView {
  @IsInt()
  amount: number;

  @IsCurrency()
  currency: string;
}

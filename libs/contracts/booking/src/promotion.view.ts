import { HIGHEST_AMOUNT_MINOR, IsDay, IsInstant, MayBeLeftOut } from '@bookable/wire';
import { IsInt, Matches, Max, Min } from 'class-validator';

/** Letters, digits, dashes and underscores; how it is written does not matter. */
export const IsPromotionCode = (): PropertyDecorator => Matches(/^[A-Za-z0-9][A-Za-z0-9_-]{2,39}$/, { message: '$property must be 3 to 40 letters, digits, dashes or underscores' });

/** What a promotion takes off, for whom and when; it says `percent` or `amount`, not both. */
export class PromotionTermsView {
  /** Off the price of the units, never off options or fees. */
  @MayBeLeftOut() @IsInt() @Min(1) @Max(100)
  percent?: number;

  /** Off in minor units of the currency of the listing. */
  @MayBeLeftOut() @IsInt() @Min(1) @Max(HIGHEST_AMOUNT_MINOR)
  amount?: number;

  /** From when on it may be booked with. */
  @MayBeLeftOut() @IsInstant()
  validFrom?: string;

  /** Until when, excluded. */
  @MayBeLeftOut() @IsInstant()
  validTo?: string;

  /** The first day on which a stay may begin. */
  @MayBeLeftOut() @IsDay()
  stayFrom?: string;

  /** The day from which on no stay may begin. */
  @MayBeLeftOut() @IsDay()
  stayTo?: string;

  @MayBeLeftOut() @IsInt() @Min(1) @Max(1_000_000)
  maxUses?: number;

  @MayBeLeftOut() @IsInt() @Min(1) @Max(1_000)
  maxUsesPerPerson?: number;

  /** How long a stay has to be at least, in units of the price. */
  @MayBeLeftOut() @IsInt() @Min(1) @Max(1125)
  minUnits?: number;
}

/** A promotion as its owner sees it. */
export class PromotionView extends PromotionTermsView {
  @IsPromotionCode()
  code: string;

  /** How many bookings have it at this moment; one that is cancelled or rejected has given it back. */
  @IsInt()
  uses: number;

  @IsInstant()
  createdAt: string;
}

import { MoneyView } from '@bookable/wire';
import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsInt, IsNumber, IsOptional, IsString, ValidateNested } from 'class-validator';
import { FacetNameView } from './facet.view';
import { ListingSummaryView } from './listing-summary.view';

/** The nearest metro station or stop. */
export class NearestStationView {
  @ValidateNested() @Type(() => FacetNameView)
  name: FacetNameView;

  /** Metres, as the crow flies. */
  @IsNumber()
  distance: number;
}

/** One reason of a quoted price. */
export class FoundQuoteLineView {
  @IsString()
  label: string;

  /** The rule that made the line, for clients that translate it. */
  @IsString()
  rule: string;

  @IsNumber()
  units: number;

  @IsInt()
  unitAmount: number;

  @IsInt()
  amount: number;
}

/** What the range asked for would cost, as booking computed it. */
export class FoundQuoteView {
  @ValidateNested() @Type(() => MoneyView)
  total: MoneyView;

  @IsArray() @ValidateNested({ each: true }) @Type(() => FoundQuoteLineView)
  lines: FoundQuoteLineView[];

  /** Given back afterwards, so it is no part of the total. */
  @IsOptional() @ValidateNested() @Type(() => MoneyView)
  deposit?: MoneyView;

  /** What booking says, which decides; the copy that search compares may be a moment behind. */
  @IsBoolean()
  available: boolean;
}

/** One item of a search: the listing without its long texts, and what the search adds. */
export class FoundListingView extends ListingSummaryView {
  /** Metres from the point that was given; absent where none was. */
  @IsOptional() @IsNumber()
  distance?: number;

  @IsOptional() @ValidateNested() @Type(() => NearestStationView)
  nearestStation?: NearestStationView | null;

  /** Present where dates were given; null where no price could be had. */
  @IsOptional() @ValidateNested() @Type(() => FoundQuoteView)
  quote?: FoundQuoteView | null;
}

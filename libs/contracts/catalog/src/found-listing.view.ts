import type { CancellationPolicy } from '@bookable/kernel';
import { CANCELLATION_POLICIES, MoneyView } from '@bookable/wire';
import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsIn, IsInt, IsNumber, IsObject, IsOptional, IsString, ValidateNested } from 'class-validator';
import { FacetNameView } from './facet.view';
import { StationLine } from './geography.view';
import { ListingSummaryView } from './listing-summary.view';

/** The nearest metro station or stop. */
export class NearestStationView {
  @ValidateNested() @Type(() => FacetNameView)
  name: FacetNameView;

  /** Metres, as the crow flies. */
  @IsNumber()
  distance: number;

  /** Minutes on foot, reckoned: 80 metres a minute, and ways that are longer than the crow's by three tenths. */
  @IsInt()
  walkMinutes: number;

  /** The line it is on, where known. */
  @IsOptional() @ValidateNested() @Type(() => StationLine)
  line?: StationLine;
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

  /** What the rule has made the line of, as booking says it. */
  @IsOptional() @IsObject()
  inputs?: Record<string, unknown>;
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

  /** For how many people, where that was said. */
  @IsOptional() @IsInt()
  guests?: number;

  /** The promotion it was asked for with. */
  @IsOptional() @IsObject()
  promotion?: Record<string, unknown>;

  /** How much comes back when the renter cancels, where the owner has chosen. */
  @IsOptional() @IsIn(CANCELLATION_POLICIES)
  cancellation?: CancellationPolicy;

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

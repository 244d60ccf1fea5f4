import { defineQuery } from '@bookable/kernel';
import { IsDayOrInstant, IsId } from '@bookable/wire';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsInt, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { QuoteView } from './quote.view';

/** Which listings to quote, for which time. */
export class QuoteListingsRequest {
  @IsArray() @ArrayMaxSize(100) @IsId({ each: true })
  listingIds: string[];

  @IsDayOrInstant()
  from: string;

  @IsDayOrInstant()
  to: string;

  @IsOptional() @IsInt() @Min(1) @Max(10_000)
  quantity?: number;

  /** How many people come, for fees that are paid for each of them; as many as places unless told. */
  @IsOptional() @IsInt() @Min(1) @Max(10_000)
  guests?: number;
}

/** The quote of one listing among several; null where it cannot be booked so, whatever the reason. */
export class ListingQuoteView {
  @IsId()
  listingId: string;

  @IsOptional() @ValidateNested() @Type(() => QuoteView)
  quote: QuoteView | null;

  @IsBoolean()
  available: boolean;
}

/** Quotes of many listings for the same time, in the order asked for; search fills its results by it. */
export const QuoteListings = defineQuery<QuoteListingsRequest, ListingQuoteView[]>({
  topic: 'booking.quote-listings',
  request: QuoteListingsRequest,
  reply: ListingQuoteView,
  answers: 'list',
});

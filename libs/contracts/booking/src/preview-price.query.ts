import { defineQuery } from '@bookable/kernel';
import { IsId, MayBeLeftOut, PricePlanView } from '@bookable/wire';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsString, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { PricePreviewView } from './price-preview.view';
import { QUOTE_LOCALES, type QuoteLocale } from './quote.view';

/** Which listing, and the price plan it might get. */
export class PreviewPriceRequest {
  @IsId()
  listingId: string;

  /** The whole plan, as a listing has it; in the currency and by the unit of the present one. */
  @ValidateNested() @Type(() => PricePlanView)
  price: PricePlanView;

  /** The language of the line labels; English unless told. */
  @MayBeLeftOut() @IsIn(QUOTE_LOCALES)
  locale?: QuoteLocale;

  /** How many differences to show, 20 unless told. */
  @MayBeLeftOut() @IsInt() @Min(1) @Max(100)
  limit?: number;

  /** Where the page of differences before has ended. */
  @MayBeLeftOut() @IsString() @MaxLength(500)
  cursor?: string;
}

/** What the quotes and bookings of the last 90 days would have cost under another price plan. Nothing is changed by it. */
export const PreviewPrice = defineQuery<PreviewPriceRequest, PricePreviewView>({
  topic: 'booking.preview-price',
  request: PreviewPriceRequest,
  reply: PricePreviewView,
});

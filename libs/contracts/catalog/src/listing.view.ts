import { IsInstant } from '@bookable/wire';
import { IsOptional, IsString } from 'class-validator';
import { ListingSummaryView } from './listing-summary.view';

/** One listing, with all there is to know of it. */
export class ListingView extends ListingSummaryView {
  @IsString()
  description: string;

  @IsOptional() @IsString()
  terms: string | null;

  @IsInstant()
  updatedAt: string;
}

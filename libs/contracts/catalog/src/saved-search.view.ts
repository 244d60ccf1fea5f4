import { IsId, IsInstant } from '@bookable/wire';
import { Type } from 'class-transformer';
import { IsBoolean, IsString, ValidateNested } from 'class-validator';
import { SearchListingsRequest } from './search-listings.query';

/** A search that somebody keeps. */
export class SavedSearchView {
  @IsId()
  id: string;

  @IsString()
  name: string;

  /** The parameters of `GET /api/listings`. */
  @ValidateNested() @Type(() => SearchListingsRequest)
  search: SearchListingsRequest;

  /** Whether its owner is told of what newly fits. */
  @IsBoolean()
  notify: boolean;

  /** Its dates have gone by, so nothing can fit any more until it gets others. */
  @IsBoolean()
  lapsed: boolean;

  @IsInstant()
  createdAt: string;

  @IsInstant()
  updatedAt: string;
}

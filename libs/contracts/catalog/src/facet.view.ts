import { Type } from 'class-transformer';
import { IsArray, IsIn, IsInt, IsNumber, IsOptional, IsString, ValidateNested } from 'class-validator';
import { LISTING_KINDS, type ListingKind } from './listing-kinds';

/** A name in both languages of the product. */
export class FacetNameView {
  @IsString()
  en: string;

  @IsString()
  ru: string;
}

/** An amenity to filter by, and how many active listings have it. */
export class AmenityView {
  /** What to send as the filter. */
  @IsString()
  code: string;

  @ValidateNested() @Type(() => FacetNameView)
  name: FacetNameView;

  @IsInt()
  count: number;
}

/** A category to filter by, the kinds it is meant for, and how many active listings are in it. */
export class CategoryView extends AmenityView {
  @IsArray() @IsIn(LISTING_KINDS, { each: true })
  kinds: ListingKind[];
}

/** A place by its name, and how many active listings are there. */
class CountedPlace {
  /** What to send as the filter. */
  @IsString()
  name: string;

  @IsInt()
  count: number;
}

/** A part of a city, and how many active listings are there. */
export class DistrictView extends CountedPlace {
  /** What it is called in both languages, where its borders are known. */
  @IsOptional() @ValidateNested() @Type(() => FacetNameView)
  names?: FacetNameView;
}

/** A city, how many active listings are there, and the middle of them. */
export class CityView extends CountedPlace {
  @IsNumber()
  lat: number;

  @IsNumber()
  lng: number;
}

import { IsText } from '@bookable/wire';
import { Type } from 'class-transformer';
import { IsBoolean, IsDefined, IsInt, IsNumber, IsObject, IsOptional, Matches, Max, Min, ValidateNested } from 'class-validator';
import { type Area, IsArea } from './area.rule';

/** A name in both languages, for something that is taken over from elsewhere. */
export class NameTerms {
  @IsText(1, 200)
  en: string;

  @IsText(1, 200)
  ru: string;
}

/** The line a station is on. */
export class StationLine {
  @IsDefined() @IsObject() @ValidateNested() @Type(() => NameTerms)
  name: NameTerms;

  /** Six hexadecimal digits, as it is drawn on maps. */
  @IsOptional() @Matches(/^[0-9A-Fa-f]{6}$/, { message: '$property must be six hexadecimal digits' })
  color?: string;
}

/** A metro station or stop as it is known elsewhere; one that several lines meet at is there once for each. */
export class StationTerms {
  @IsText(1, 100)
  externalId: string;

  @IsText(1, 100)
  city: string;

  @IsDefined() @IsObject() @ValidateNested() @Type(() => NameTerms)
  name: NameTerms;

  @IsOptional() @IsObject() @ValidateNested() @Type(() => StationLine)
  line?: StationLine;

  @IsNumber() @Min(-90) @Max(90)
  lat: number;

  @IsNumber() @Min(-180) @Max(180)
  lng: number;
}

/** A district of a city as it is known elsewhere. */
export class DistrictTerms {
  @IsText(1, 100)
  externalId: string;

  @IsText(1, 100)
  city: string;

  @IsDefined() @IsObject() @ValidateNested() @Type(() => NameTerms)
  name: NameTerms;

  @IsArea()
  area: Area;
}

/** What is known of the map, and whether listings are still being placed on it. */
export class GeographyView {
  @IsInt()
  stations: number;

  @IsInt()
  districts: number;

  /** Listings are looked at anew, because stations or districts have changed. */
  @IsBoolean()
  isPlacing: boolean;

  /** How many of them still are to be looked at. */
  @IsInt()
  listingsToPlace: number;
}

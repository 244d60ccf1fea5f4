import { Forbidden, defineCommand, defineQuery } from '@bookable/kernel';
import { IsText, MayBeLeftOut } from '@bookable/wire';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, Matches, ValidateNested } from 'class-validator';
import { DistrictTerms, GeographyView, StationTerms } from './geography.view';

/** Whose knowledge of the map it is. */
class FromSource {
  @Matches(/^[a-z0-9]{1,30}$/, { message: 'source must be 1 to 30 small letters and digits' })
  source: string;
}

/** Some stations of one source. */
export class ImportStationsRequest extends FromSource {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(500) @ValidateNested({ each: true }) @Type(() => StationTerms)
  stations: StationTerms[];
}

/** Takes over where stations are; administrators only. The same again changes nothing. Listings are placed anew by `settle-geography`. */
export const ImportStations = defineCommand<ImportStationsRequest>({ topic: 'catalog.import-stations', request: ImportStationsRequest, problems: [Forbidden] });

/** Some districts of one source. */
export class ImportDistrictsRequest extends FromSource {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => DistrictTerms)
  districts: DistrictTerms[];
}

/** Takes over where districts lie; administrators only. The same again changes nothing. */
export const ImportDistricts = defineCommand<ImportDistrictsRequest>({ topic: 'catalog.import-districts', request: ImportDistrictsRequest, problems: [Forbidden] });

/** All that a source still knows; what is left out altogether is not touched. */
export class SettleGeographyRequest extends FromSource {
  @MayBeLeftOut() @IsArray() @ArrayMaxSize(20_000) @IsText(1, 100, { each: true })
  stationIds?: string[];

  @MayBeLeftOut() @IsArray() @ArrayMaxSize(20_000) @IsText(1, 100, { each: true })
  districtIds?: string[];
}

/** Forgets what a source no longer knows, and has every listing placed anew, which goes on in the background; administrators only. */
export const SettleGeography = defineCommand<SettleGeographyRequest, GeographyView>({
  topic: 'catalog.settle-geography', request: SettleGeographyRequest, reply: GeographyView, problems: [Forbidden],
});

/** Nothing is asked for but how things stand. */
export class GetGeographyRequest {}

/** What is known of the map; administrators only. */
export const GetGeography = defineQuery<GetGeographyRequest, GeographyView>({
  topic: 'catalog.get-geography', request: GetGeographyRequest, reply: GeographyView, problems: [Forbidden],
});

import { Forbidden, defineQuery } from '@bookable/kernel';
import { IsArray, IsIn, IsObject } from 'class-validator';
import { SearchListingsRequest } from './search-listings.query';

/** One place on the map. */
export class MapFeatureView {
  @IsIn(['Feature'])
  type: 'Feature';

  /** A point, `[longitude, latitude]`: of the listing, or the middle of the listings it stands for. */
  @IsObject()
  geometry: object;

  /**
   * A listing as in a list, with `cluster: false`; or `cluster: true` with the `count` of listings it stands for, the lowest
   * price of one unit where they share a currency (`priceFrom`), and their own `bbox` to zoom into.
   */
  @IsObject()
  properties: object;
}

/** What was found, on a map (RFC 7946). */
export class MapView {
  @IsIn(['FeatureCollection'])
  type: 'FeatureCollection';

  /** `[west, south, east, north]` of everything found; absent where nothing was. */
  @IsArray()
  bbox?: number[];

  @IsArray()
  features: MapFeatureView[];
}

/** The same search as a list, as features of a map: at most a thousand, clustered by the grid of the zoom, or a coarser one. */
export const MapListings = defineQuery<SearchListingsRequest, MapView>({
  topic: 'catalog.map-listings', request: SearchListingsRequest, reply: MapView, problems: [Forbidden],
});

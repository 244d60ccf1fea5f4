import { type Page, defineQuery } from '@bookable/kernel';
import { IsText } from '@bookable/wire';
import { IsIn, IsOptional } from 'class-validator';
import { AmenityView, CategoryView, CityView, DistrictView } from './facet.view';
import { LISTING_KINDS, type ListingKind } from './listing-kinds';

/** Filters are counted over active listings, of one kind where it is given. */
export class ListFacetsRequest {
  @IsOptional() @IsIn(LISTING_KINDS)
  kind?: ListingKind;
}

/** The city whose districts are asked for. */
export class ListDistrictsRequest extends ListFacetsRequest {
  @IsText(1, 100)
  city: string;
}

/** All categories, the known ones without listings included. */
export const ListCategories = defineQuery<ListFacetsRequest, Page<CategoryView>>({
  topic: 'catalog.list-categories', request: ListFacetsRequest, reply: CategoryView, answers: 'page',
});

/** Amenities, the most frequent first. */
export const ListAmenities = defineQuery<ListFacetsRequest, Page<AmenityView>>({
  topic: 'catalog.list-amenities', request: ListFacetsRequest, reply: AmenityView, answers: 'page',
});

/** Cities that have active listings, the biggest first. */
export const ListCities = defineQuery<ListFacetsRequest, Page<CityView>>({
  topic: 'catalog.list-cities', request: ListFacetsRequest, reply: CityView, answers: 'page',
});

/** Districts of a city that have active listings, the biggest first. */
export const ListDistricts = defineQuery<ListDistrictsRequest, Page<DistrictView>>({
  topic: 'catalog.list-districts', request: ListDistrictsRequest, reply: DistrictView, answers: 'page',
});

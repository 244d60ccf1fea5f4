import { ListAmenities, ListCategories, ListCities, ListDistricts, type ListDistrictsRequest, type ListFacetsRequest } from '@bookable/contracts-catalog';
import { Handles } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { ListFacets } from '../application/list-facets';

@Controller()
export class FacetsRpc {
  constructor(private readonly facets: ListFacets) {}

  @Handles(ListCategories)
  categories(request: ListFacetsRequest) {
    return this.facets.categories(request);
  }

  @Handles(ListAmenities)
  amenities(request: ListFacetsRequest) {
    return this.facets.amenities(request);
  }

  @Handles(ListCities)
  cities(request: ListFacetsRequest) {
    return this.facets.cities(request);
  }

  @Handles(ListDistricts)
  districts(request: ListDistrictsRequest) {
    return this.facets.districts(request);
  }
}

import {
  ListAmenities, ListCategories, ListCities, ListDistricts, type ListDistrictsRequest, type ListFacetsRequest,
} from '@bookable/contracts-catalog';
import { Bus } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { Route } from '../http/route';

/** What a search can be narrowed by, with counts. */
@Controller()
export class FacetsHttp {
  constructor(private readonly bus: Bus) {}

  @Route('GET', '/api/categories', ListCategories, { says: 'Categories, with how many listings are in each.', access: 'anyone' })
  listCategories(asked: ListFacetsRequest): Promise<Buffer> {
    return this.bus.forward(ListCategories, asked);
  }

  @Route('GET', '/api/amenities', ListAmenities, { says: 'Amenities, with how many listings have each.', access: 'anyone' })
  listAmenities(asked: ListFacetsRequest): Promise<Buffer> {
    return this.bus.forward(ListAmenities, asked);
  }

  @Route('GET', '/api/cities', ListCities, { says: 'Cities, with how many listings are in each.', access: 'anyone' })
  listCities(asked: ListFacetsRequest): Promise<Buffer> {
    return this.bus.forward(ListCities, asked);
  }

  @Route('GET', '/api/cities/:city/districts', ListDistricts, { says: 'Districts of a city, with how many listings are in each.', access: 'anyone' })
  listDistricts(asked: ListDistrictsRequest): Promise<Buffer> {
    return this.bus.forward(ListDistricts, asked);
  }
}

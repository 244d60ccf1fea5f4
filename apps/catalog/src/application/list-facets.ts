import type { ListDistrictsRequest, ListFacetsRequest } from '@bookable/contracts-catalog';
import { Injectable } from '@nestjs/common';
import { FacetReader } from '../persistence/facet.reader';

/** What there is to filter by. */
@Injectable()
export class ListFacets {
  constructor(private readonly facets: FacetReader) {}

  categories({ kind }: ListFacetsRequest): Promise<Buffer> {
    return this.facets.categories(kind);
  }

  amenities({ kind }: ListFacetsRequest): Promise<Buffer> {
    return this.facets.amenities(kind);
  }

  cities({ kind }: ListFacetsRequest): Promise<Buffer> {
    return this.facets.cities(kind);
  }

  districts({ city, kind }: ListDistrictsRequest): Promise<Buffer> {
    return this.facets.districts(city, kind);
  }
}

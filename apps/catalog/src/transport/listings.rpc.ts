import * as contracts from '@bookable/contracts-catalog';
import { Handles, type MessageContext } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { AddSeat } from '../application/add-seat';
import { ArchiveListing } from '../application/archive-listing';
import { CreateListing } from '../application/create-listing';
import { GetListing } from '../application/get-listing';
import { GetListingFacts } from '../application/get-listing-facts';
import { MapListings } from '../application/map-listings';
import { SearchListings } from '../application/search-listings';
import { UpdateListing } from '../application/update-listing';

@Controller()
export class ListingsRpc {
  constructor(
    private readonly createListing: CreateListing,
    private readonly updateListing: UpdateListing,
    private readonly addSeat: AddSeat,
    private readonly archiveListing: ArchiveListing,
    private readonly getListing: GetListing,
    private readonly getListingFacts: GetListingFacts,
    private readonly searchListings: SearchListings,
    private readonly mapListings: MapListings,
  ) {}

  @Handles(contracts.CreateListing)
  create(request: contracts.CreateListingRequest, context: MessageContext) {
    return this.createListing.execute(request, context);
  }

  @Handles(contracts.UpdateListing)
  update(request: contracts.UpdateListingRequest, context: MessageContext) {
    return this.updateListing.execute(request, context);
  }

  @Handles(contracts.AddSeat)
  addOneSeat(request: contracts.AddSeatRequest, context: MessageContext) {
    return this.addSeat.execute(request, context);
  }

  @Handles(contracts.ArchiveListing)
  archive(request: contracts.ArchiveListingRequest, context: MessageContext) {
    return this.archiveListing.execute(request, context);
  }

  @Handles(contracts.GetListing)
  get(request: contracts.GetListingRequest, context: MessageContext) {
    return this.getListing.execute(request, context);
  }

  @Handles(contracts.GetListingFacts)
  facts(request: contracts.GetListingFactsRequest) {
    return this.getListingFacts.execute(request);
  }

  @Handles(contracts.SearchListings)
  search(request: contracts.SearchListingsRequest, context: MessageContext) {
    return this.searchListings.execute(request, context);
  }

  @Handles(contracts.MapListings)
  map(request: contracts.SearchListingsRequest, context: MessageContext) {
    return this.mapListings.execute(request, context);
  }
}

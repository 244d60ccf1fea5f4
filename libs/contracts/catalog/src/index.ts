export { AddPhotos, AddPhotosRequest } from './add-photos.command';
export { ApartmentDetailsView } from './apartment-details.view';
export { ArchiveListing, ArchiveListingRequest } from './archive-listing.command';
export { APPROVALS, type Approval, BookingRulesView, CANCELLATION_POLICIES, type CancellationPolicy, OpeningHoursView } from './booking-rules.view';
export { CreateListing, CreateListingRequest } from './create-listing.command';
export { EventDetailsView } from './event-details.view';
export { AmenityView, CategoryView, CityView, DistrictView, FacetNameView } from './facet.view';
export { FoundListingView, FoundQuoteLineView, FoundQuoteView, NearestStationView } from './found-listing.view';
export { GetListing, GetListingRequest } from './get-listing.query';
export { GetListingFacts, GetListingFactsRequest } from './get-listing-facts.query';
export { HostView } from './host.view';
export { ImportListing, ImportListingRequest } from './import-listing.command';
export { ItemDetailsView } from './item-details.view';
export { ListAmenities, ListCategories, ListCities, ListDistricts, ListDistrictsRequest, ListFacetsRequest } from './list-facets.query';
export { ListingArchived } from './listing-archived.event';
export { ListingChanged } from './listing-changed.event';
export { DETAILS_OF_KIND, type ListingDetails, kindOfDetails } from './listing-details';
export {
  EVENT_PRIVACIES, type EventPrivacy, LISTING_KINDS, LISTING_STATUSES, type ListingKind, type ListingStatus, PRICE_UNITS, type PriceUnit,
} from './listing-kinds';
export { ListingPublished } from './listing-published.event';
export { ListingSummaryView } from './listing-summary.view';
export {
  HasBookings, LandlordsOnly, ListingChangedMeanwhile, ListingInconsistent, NotYourListing, PhotoOrderIncomplete, RoomsByHotelOnly, TooManyPhotos,
  WrongListingStatus,
} from './listing.errors';
export { EventFacts, ListingFacts } from './listing.facts';
export { ListingView } from './listing.view';
export { LocationView } from './location.view';
export { OrderPhotos, OrderPhotosRequest } from './order-photos.command';
export { PhotoUrlsView, PhotoView } from './photo.view';
export { PricePlanView } from './price-plan.view';
export { ListingRatingView } from './rating.view';
export { RemovePhoto, RemovePhotoRequest } from './remove-photo.command';
export { ROOM_CATEGORIES, type RoomCategory, RoomDetailsView } from './room-details.view';
export { LISTING_SORTS, type ListingSort, SearchListings, SearchListingsRequest } from './search-listings.query';
export { WorkspaceDetailsView } from './workspace-details.view';
export { UpdateListing, UpdateListingRequest } from './update-listing.command';

export { AddPhotos, AddPhotosRequest } from './add-photos.command';
export { AddSeat, AddSeatRequest } from './add-seat.command';
export { ApartmentDetailsView } from './apartment-details.view';
export { ArchiveListing, ArchiveListingRequest } from './archive-listing.command';
export { APPROVALS, type Approval, BookingRulesView, ClosedDaysView, OpeningHoursView } from './booking-rules.view';
export { ChangeSavedSearch, ChangeSavedSearchRequest } from './change-saved-search.command';
export {
  COMPARED_ATTRIBUTES, ComparedAmenityView, type ComparedAttribute, CompareListings, CompareListingsRequest, ComparisonRowView, ComparisonView,
} from './compare-listings.query';
export { type Area, type Position, type Ring, isArea, partsOf } from './area.rule';
export { CreateListing, CreateListingRequest } from './create-listing.command';
export { DeleteSavedSearch, DeleteSavedSearchRequest } from './delete-saved-search.command';
export { EventDetailsView } from './event-details.view';
export { AmenityView, CategoryView, CityView, DistrictView, FacetNameView } from './facet.view';
export { EventChangeFacts, EventChanged } from './event-changed.event';
export { EventMoveFacts, EventMoved } from './event-moved.event';
export { FeedEventView, FindFeed, FindFeedRequest } from './find-feed.query';
export { FindMovies, FindMoviesRequest } from './find-movies.query';
export { FindSavedSearches, FindSavedSearchesRequest } from './find-saved-searches.query';
export { FoundListingView, FoundQuoteLineView, FoundQuoteView, NearestStationView } from './found-listing.view';
export { FoundListingsView, FoundTotalView, ListingFacetsView, PriceFacetView, RatingFacetView } from './found-listings.view';
export { DistrictTerms, GeographyView, NameTerms, StationLine, StationTerms } from './geography.view';
export { GetListing, GetListingRequest } from './get-listing.query';
export { GetListingFacts, GetListingFactsRequest } from './get-listing-facts.query';
export { GetMovie, GetMovieRequest, MovieEventView, MoviePageView } from './get-movie.query';
export { HostView } from './host.view';
export { GetGeography, GetGeographyRequest, ImportDistricts, ImportDistrictsRequest, ImportStations, ImportStationsRequest, SettleGeography, SettleGeographyRequest } from './import-geography.command';
export { ImportListing, ImportListingRequest } from './import-listing.command';
export { ImportMovies, ImportMoviesRequest, ImportedMovie, ImportedMoviesView } from './import-movies.command';
export { ItemDetailsView } from './item-details.view';
export { ListAmenities, ListCategories, ListCities, ListDistricts, ListDistrictsRequest, ListFacetsRequest } from './list-facets.query';
export { ListingArchived } from './listing-archived.event';
export { ListingChanged } from './listing-changed.event';
export { DETAILS_OF_KIND, type ListingDetails, kindOfDetails } from './listing-details';
export {
  EVENT_PRIVACIES, type EventPrivacy, LISTING_KINDS, LISTING_STATUSES, type ListingKind, type ListingStatus,
} from './listing-kinds';
export { ListingPublished } from './listing-published.event';
export { ListingSummaryView } from './listing-summary.view';
export {
  DuplicateEvent, HasBookings, LandlordsOnly, ListingChangedMeanwhile, ListingInconsistent, NotYourListing,
  PhotoOrderIncomplete, RoomsByHotelOnly, ScheduleClash, TooManyPhotos, TooManySeats, WrongListingStatus,
} from './listing.errors';
export { EventFacts, ListingFacts } from './listing.facts';
export { ListingView } from './listing.view';
export { LocationView } from './location.view';
export { MapFeatureView, MapListings, MapView } from './map-listings.query';
export { MovieTerms, MovieView } from './movie.view';
export { OrderPhotos, OrderPhotosRequest } from './order-photos.command';
export { PhotoUrlsView, PhotoView } from './photo.view';
export { ListingRatingView } from './rating.view';
export { RemovePhoto, RemovePhotoRequest } from './remove-photo.command';
export { ROOM_CATEGORIES, type RoomCategory, RoomDetailsView } from './room-details.view';
export { SaveSearch, SaveSearchRequest } from './save-search.command';
export { MatchedListingFacts, SavedSearchMatched, SavedSearchMatchedFacts } from './saved-search-matched.event';
export { TooManySavedSearches } from './saved-search.errors';
export { SavedSearchView } from './saved-search.view';
export { LISTING_SORTS, type ListingSort, SearchListings, SearchListingsRequest } from './search-listings.query';
export { SUGGESTION_TYPES, SuggestListings, SuggestListingsRequest, SuggestionView, type SuggestionType } from './suggest-listings.query';
export { WorkspaceDetailsView } from './workspace-details.view';
export { UpdateListing, UpdateListingRequest } from './update-listing.command';

export { AddBookingPhotos, AddBookingPhotosRequest, TooManyPhotos } from './add-booking-photos.command';
export { AvailabilityChanged, AvailabilityFacts, AvailabilitySegment, RESOURCE_UNITS, type ResourceUnit } from './availability-changed.event';
export { AvailabilityView, FreeDay, FreeSlot } from './availability.view';
export {
  BOOKING_EVENTS, BookingCancelled, BookingCompleted, BookingConfirmed, BookingDeclined, BookingExpired, BookingInvited,
  BookingNoShow, BookingRejected, BookingRequested, BookingStarted,
} from './booking-changed.event';
export { BookingFacts } from './booking-facts';
export { BookingOptions } from './booking-options';
export { BookingPhotoView, PHOTO_STAGES, type PhotoStage } from './booking-photo.view';
export {
  AlreadyRequested, Closed, HasBookings, NotBookable, NotYourBooking, OptionNotOffered, OverCapacity, OwnListing, Past, ScheduleClash,
  SlotTaken, TooEarly, TooFar, TooLong, TooShort, WrongStatus,
} from './booking.errors';
export { BOOKABLE_KINDS, BOOKING_STATUSES, type BookableKind, type BookingStatus, BookingView } from './booking.view';
export { Block, BlockedRange, ChangeAvailability, ChangeAvailabilityRequest } from './change-availability.command';
export { CloseResource, CloseResourceRequest } from './close-resource.command';
export { FindBookingPhotos } from './find-booking-photos.query';
export { BOOKING_ROLES, type BookingRole, FindBookings, FindBookingsRequest } from './find-bookings.query';
export { GetAvailability, GetAvailabilityRequest } from './get-availability.query';
export { GetBookingFacts } from './get-booking-facts.query';
export { BOOKING_ACTIONS, type BookingAction, BookingTransitionView, GetBookingHistory } from './get-booking-history.query';
export { GetBooking, GetBookingRequest } from './get-booking.query';
export { GetQuote, GetQuoteRequest } from './get-quote.query';
export { InviteGuest, InviteGuestRequest } from './invite-guest.command';
export { PlaceBooking, PlaceBookingRequest } from './place-booking.command';
export { ListingQuoteView, QuoteListings, QuoteListingsRequest } from './quote-listings.query';
export { AvailableQuoteView, QUOTE_LOCALES, QUOTE_RULES, QuoteLineView, type QuoteLocale, type QuoteRule, QuoteView } from './quote.view';
export {
  AcceptInvitation, CancelBooking, CancelBookingRequest, CompleteBooking, ConfirmBooking, DeclineInvitation, MarkNoShow, RejectBooking,
  RejectBookingRequest, StartBooking, TransitionRequest,
} from './transition-booking.command';

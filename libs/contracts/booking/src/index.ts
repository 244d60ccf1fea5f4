export { FollowStay, FollowStayRequest, STAY_STATUSES, type StayStatus } from './follow-stay.command';
export { AddBookingPhotos, AddBookingPhotosRequest, TooManyPhotos } from './add-booking-photos.command';
export { AddCalendar, AddCalendarRequest } from './add-calendar.command';
export { AvailabilityChanged, AvailabilityFacts, AvailabilitySegment, RESOURCE_UNITS, type ResourceUnit } from './availability-changed.event';
export { AvailabilityView, FreeDay, FreeSlot } from './availability.view';
export {
  BOOKING_EVENTS, BookingCancelled, BookingChangeExpired, BookingChangeProposed, BookingChangeRejected, BookingChangeWithdrawn, BookingChanged, BookingCompleted, BookingConfirmed,
  BookingDeclined, BookingDoubted, BookingExpired, BookingInvited, BookingNoShow, BookingReconfirmed, BookingRejected, BookingRequested, BookingStarted,
} from './booking-changed.event';
export { BesideRequest, BesideView } from './beside.view';
export { BookingFacts } from './booking-facts';
export { BookingOptions } from './booking-options';
export { BookingPhotoView, PHOTO_STAGES, type PhotoStage } from './booking-photo.view';
export {
  AlreadyRequested, Closed, HasBookings, NotBookable, NotYourBooking, OptionNotOffered, OverCapacity, OwnListing, Past, ScheduleClash,
  SlotTaken, TooEarly, TooFar, TooLong, TooShort, WrongStatus,
} from './booking.errors';
export { BOOKABLE_KINDS, BOOKING_STATUSES, type BookableKind, type BookingStatus, BookingView, DOUBT_ANSWERS, type DoubtAnswer } from './booking.view';
export { CALENDAR_EVENTS, CalendarClashed, CalendarFacts, CalendarLost, CalendarRecovered } from './calendar-changed.event';
export { FEED_TOKEN, FeedDocument, FeedView, GetFeed, ReadFeed, ReadFeedRequest, RotateFeed } from './calendar-feed.query';
export { CalendarAddressRefused, CalendarKnown, TooManyCalendars } from './calendar.errors';
export { CALENDAR_FAULTS, CalendarConflict, CalendarFault, type CalendarFaultWord, CalendarView } from './calendar.view';
export { CalendarRequest, RefreshCalendar, RemoveCalendar } from './change-calendar.command';
export { FindCalendars, ListingRequest } from './find-calendars.query';
export {
  Block, BlockRepetition, BlockedRange, ChangeAvailability, ChangeAvailabilityRequest, REPETITIONS, type Repetition,
} from './change-availability.command';
export { AcceptChange, ChangeBooking, ChangeBookingRequest, ChangeWaits, NoChangeProposed, RejectChange, WithdrawChange } from './change-booking.command';
export { AppointModerator, DismissModerator, ModeratorRequest } from './change-moderator.command';
export { ClaimReservation, ClaimReservationRequest, OfferNotHeard, ReservationClaimView, RoomOffer, SaidTooLate } from './claim-reservation.command';
export { CloseResource, CloseResourceRequest } from './close-resource.command';
export { LeaveWaitlist, PassOffer, TakeOffer, TakeOfferRequest, WaitlistEntryRequest } from './transition-waitlist-entry.command';
export { BlockView, FindBlocks, FindBlocksRequest } from './find-blocks.query';
export { FindBookingPhotos } from './find-booking-photos.query';
export { FindHolds, FindHoldsRequest } from './find-holds.query';
export { BOOKING_ROLES, type BookingRole, FindBookings, FindBookingsRequest } from './find-bookings.query';
export { FindListingWaitlist, FindListingWaitlistRequest, FindOwnWaitlist, FindOwnWaitlistRequest } from './find-waitlist.query';
export { FindScheduleClash, FindScheduleClashRequest, ScheduleClashView } from './find-schedule-clash.query';
export { GetAvailability, GetAvailabilityRequest } from './get-availability.query';
export { CancellationStepView, CancellationView, RefundedLineView } from './cancellation.view';
export { GetCancellation } from './get-cancellation.query';
export { GetBookingFacts } from './get-booking-facts.query';
export { BOOKING_ACTIONS, type BookingAction, BookingTransitionView, GetBookingHistory } from './get-booking-history.query';
export { GetBooking, GetBookingRequest } from './get-booking.query';
export { GetQuote, GetQuoteRequest } from './get-quote.query';
export { FindRoomTypeLine, GetWaitlistEntry, PutGuestInLine, PutGuestInLineRequest, TakeGuestOutOfLine } from './guest-in-line.command';
export { HoldEnded, HoldRenewed, TooManyHolds } from './hold.errors';
export { HoldView } from './hold.view';
export { InviteGuest, InviteGuestRequest } from './invite-guest.command';
export { JoinWaitlist, JoinWaitlistRequest } from './join-waitlist.command';
export { ModeratorAppointed, ModeratorDismissed, ModeratorFacts } from './moderator-changed.event';
export { EventNews, EventNewsFacts } from './event-changed.event';
export { EventMoveNews, EventMoveNewsFacts } from './event-moved.event';
export { NotAFollower, TooManyModerators } from './moderator.errors';
export { PlaceBooking, PlaceBookingRequest } from './place-booking.command';
export { PreviewPrice, PreviewPriceRequest } from './preview-price.query';
export { PreviewedTotalView, PriceDifferencePageView, PriceDifferenceView, PricePreviewView, WISH_SOURCES, type WishSource } from './price-preview.view';
export { PlaceHold, PlaceHoldRequest } from './place-hold.command';
export { BookingTermsView, ProposedChangeView, TermsChangeView } from './proposed-change.view';
export { CreatePromotion, CreatePromotionRequest } from './create-promotion.command';
export { FindModerators, FindModeratorsRequest, ModeratorView } from './find-moderators.query';
export { FindParticipants, FindParticipantsRequest, ParticipantView } from './find-participants.query';
export { FindPromotions, FindPromotionsRequest } from './find-promotions.query';
export { PromotionEnded, PromotionKnown, PromotionNotForThisStay, PromotionUnknown, PromotionUsedUp, TooManyPromotions } from './promotion.errors';
export { PromotionTermsView, PromotionView } from './promotion.view';
export { RemovePromotion, RemovePromotionRequest } from './remove-promotion.command';
export { ListingQuoteView, QuoteListings, QuoteListingsRequest } from './quote-listings.query';
export { AvailableQuoteView, QUOTE_LOCALES, QUOTE_RULES, QuoteLineInputsView, QuoteLineView, type QuoteLocale, QuotePromotionView, type QuoteRule, QuoteView } from './quote.view';
export { NotInDoubt, ReconfirmBooking } from './reconfirm-booking.command';
export { ReleaseHold } from './release-hold.command';
export { ClaimReservations, ClaimReservationsRequest, ReservationClaimsView } from './claim-reservations.command';
export { WithdrawRoom, WithdrawRoomRequest } from './withdraw-room.command';
export { ReleaseReservation, ReleaseReservationRequest } from './release-reservation.command';
export { HoldRequest, RenewHold } from './renew-hold.command';
export { StayRequest, StayTerms } from './stay-request';
export {
  AcceptInvitation, CancelBooking, CancelBookingRequest, CompleteBooking, ConfirmBooking, DeclineInvitation, MarkNoShow, RejectBooking,
  RejectBookingRequest, StartBooking, TransitionRequest,
} from './transition-booking.command';
export { WAITLIST_EVENTS, WaitlistFacts, WaitlistLapsed, WaitlistOffered, WaitlistTaken } from './waitlist-changed.event';
export { WAITLIST_STATUSES, WaitlistEntryView, WaitlistOfferView, type WaitlistStatus } from './waitlist-entry.view';
export { AlreadyWaiting, NotOffered, NotWaiting, StillFree } from './waitlist.errors';

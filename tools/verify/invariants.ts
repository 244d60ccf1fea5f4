import type { Invariant } from './invariant';
import { addressesAreCopied } from './invariants/addresses-are-copied';
import { answersHaveTheirEffect } from './invariants/answers-have-their-effect';
import { audiencesAreCopied } from './invariants/audiences-are-copied';
import { availabilityIsOfTheLastVersion } from './invariants/availability-is-of-the-last-version';
import { bookingsHoldTheirTime } from './invariants/bookings-hold-their-time';
import { cancellationsDivideTheTotal } from './invariants/cancellations-divide-the-total';
import { changesAreAChain } from './invariants/changes-are-a-chain';
import { changesAreHeldAgainstSavedSearches } from './invariants/changes-are-held-against-saved-searches';
import { changesOfAvailabilityAreTold } from './invariants/changes-of-availability-are-told';
import { completedStaysAreKnownToReview } from './invariants/completed-stays-are-known-to-review';
import { endedBookingsHoldNothing } from './invariants/ended-bookings-hold-nothing';
import { doubtsAreTold } from './invariants/doubts-are-told';
import { externalClaimsAreOfTheirCalendar } from './invariants/external-claims-are-of-their-calendar';
import { factsAreTold } from './invariants/facts-are-told';
import { followsAreCopied } from './invariants/follows-are-copied';
import { fullDaysEqualAvailability } from './invariants/full-days-equal-availability';
import { hiddenReviewsHaveAReason } from './invariants/hidden-reviews-have-a-reason';
import { historyIsAChain } from './invariants/history-is-a-chain';
import { listingRatingsAreCopied } from './invariants/listing-ratings-are-copied';
import { listingsAreWhereTheyLie } from './invariants/listings-are-where-they-lie';
import { daysAreClosedInTurn } from './invariants/days-are-closed-in-turn';
import { frozenFiguresEqualTheLedger } from './invariants/frozen-figures-equal-the-ledger';
import { lostCalendarsPauseInstantBooking } from './invariants/lost-calendars-pause-instant-booking';
import { refundsAreOfPayments } from './invariants/refunds-are-of-payments';
import { remindersAreOfWhatIsAgreed } from './invariants/reminders-are-of-what-is-agreed';
import { namesAreCopied } from './invariants/names-are-copied';
import { nobodyFollowsAcrossABlock } from './invariants/nobody-follows-across-a-block';
import { nobodyIsInTwoPlaces } from './invariants/nobody-is-in-two-places';
import { nobodyIsPassedOver } from './invariants/nobody-is-passed-over';
import { nothingIsOverbooked } from './invariants/nothing-is-overbooked';
import { offersHoldAPlace } from './invariants/offers-hold-a-place';
import { oneBookingPerWish } from './invariants/one-booking-per-wish';
import { pricesAreNotNegative } from './invariants/prices-are-not-negative';
import { promotionsKeepTheirLimits } from './invariants/promotions-keep-their-limits';
import { quotesAddUp } from './invariants/quotes-add-up';
import { ratingsCountTheirReviews } from './invariants/ratings-count-their-reviews';
import { reservationsHaveTheirHistory } from './invariants/reservations-have-their-history';
import { reservationsHoldTheirTime } from './invariants/reservations-hold-their-time';
import { resourcesEqualTheirListings } from './invariants/resources-equal-their-listings';
import { reviewsAreAsSealed } from './invariants/reviews-are-as-sealed';
import { roomListingsEqualTheirTypes } from './invariants/room-listings-equal-their-types';
import { roomsAreGivenOnce } from './invariants/rooms-are-given-once';
import { savedSearchesAreTold } from './invariants/saved-searches-are-told';
import { savedSearchesHaveAnOwner } from './invariants/saved-searches-have-an-owner';
import { statusHasItsHistory } from './invariants/status-has-its-history';
import { stepsAreAllowed } from './invariants/steps-are-allowed';
import { stepsHaveAnAuthor } from './invariants/steps-have-an-author';
import { suggestionsCountWhatIsFound } from './invariants/suggestions-count-what-is-found';
import { takenHoursEqualAvailability } from './invariants/taken-hours-equal-availability';
import { userRatingsAreCopied } from './invariants/user-ratings-are-copied';

/** Everything that is checked, by promise. */
export const INVARIANTS: readonly Invariant[] = [
  nothingIsOverbooked,
  bookingsHoldTheirTime,
  endedBookingsHoldNothing,
  reservationsHoldTheirTime,
  roomsAreGivenOnce,
  offersHoldAPlace,
  nobodyIsInTwoPlaces,
  doubtsAreTold,
  externalClaimsAreOfTheirCalendar,
  oneBookingPerWish,
  answersHaveTheirEffect,
  nobodyFollowsAcrossABlock,
  ...factsAreTold,
  changesOfAvailabilityAreTold,
  nobodyIsPassedOver,
  completedStaysAreKnownToReview,
  quotesAddUp,
  changesAreAChain,
  cancellationsDivideTheTotal,
  pricesAreNotNegative,
  promotionsKeepTheirLimits,
  refundsAreOfPayments,
  frozenFiguresEqualTheLedger,
  daysAreClosedInTurn,
  statusHasItsHistory,
  historyIsAChain,
  reservationsHaveTheirHistory,
  stepsAreAllowed,
  stepsHaveAnAuthor,
  reviewsAreAsSealed,
  hiddenReviewsHaveAReason,
  resourcesEqualTheirListings,
  roomListingsEqualTheirTypes,
  lostCalendarsPauseInstantBooking,
  availabilityIsOfTheLastVersion,
  fullDaysEqualAvailability,
  takenHoursEqualAvailability,
  ratingsCountTheirReviews,
  listingRatingsAreCopied,
  userRatingsAreCopied,
  namesAreCopied,
  remindersAreOfWhatIsAgreed,
  addressesAreCopied,
  followsAreCopied,
  audiencesAreCopied,
  listingsAreWhereTheyLie,
  suggestionsCountWhatIsFound,
  changesAreHeldAgainstSavedSearches,
  savedSearchesAreTold,
  savedSearchesHaveAnOwner,
];

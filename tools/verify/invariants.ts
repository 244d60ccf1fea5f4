import type { Invariant } from './invariant';
import { addressesAreCopied } from './invariants/addresses-are-copied';
import { answersHaveTheirEffect } from './invariants/answers-have-their-effect';
import { availabilityIsOfTheLastVersion } from './invariants/availability-is-of-the-last-version';
import { bookingsHoldTheirTime } from './invariants/bookings-hold-their-time';
import { changesOfAvailabilityAreTold } from './invariants/changes-of-availability-are-told';
import { completedStaysAreKnownToReview } from './invariants/completed-stays-are-known-to-review';
import { endedBookingsHoldNothing } from './invariants/ended-bookings-hold-nothing';
import { factsAreTold } from './invariants/facts-are-told';
import { followsAreCopied } from './invariants/follows-are-copied';
import { fullDaysEqualAvailability } from './invariants/full-days-equal-availability';
import { historyIsAChain } from './invariants/history-is-a-chain';
import { listingRatingsAreCopied } from './invariants/listing-ratings-are-copied';
import { namesAreCopied } from './invariants/names-are-copied';
import { nothingIsOverbooked } from './invariants/nothing-is-overbooked';
import { oneBookingPerWish } from './invariants/one-booking-per-wish';
import { pricesAreNotNegative } from './invariants/prices-are-not-negative';
import { quotesAddUp } from './invariants/quotes-add-up';
import { ratingsCountTheirReviews } from './invariants/ratings-count-their-reviews';
import { resourcesEqualTheirListings } from './invariants/resources-equal-their-listings';
import { roomListingsEqualTheirTypes } from './invariants/room-listings-equal-their-types';
import { statusHasItsHistory } from './invariants/status-has-its-history';
import { stepsAreAllowed } from './invariants/steps-are-allowed';
import { stepsHaveAnAuthor } from './invariants/steps-have-an-author';
import { takenHoursEqualAvailability } from './invariants/taken-hours-equal-availability';
import { userRatingsAreCopied } from './invariants/user-ratings-are-copied';

/** Everything that is checked, by promise. */
export const INVARIANTS: readonly Invariant[] = [
  nothingIsOverbooked,
  bookingsHoldTheirTime,
  endedBookingsHoldNothing,
  oneBookingPerWish,
  answersHaveTheirEffect,
  ...factsAreTold,
  changesOfAvailabilityAreTold,
  completedStaysAreKnownToReview,
  quotesAddUp,
  pricesAreNotNegative,
  statusHasItsHistory,
  historyIsAChain,
  stepsAreAllowed,
  stepsHaveAnAuthor,
  resourcesEqualTheirListings,
  roomListingsEqualTheirTypes,
  availabilityIsOfTheLastVersion,
  fullDaysEqualAvailability,
  takenHoursEqualAvailability,
  ratingsCountTheirReviews,
  listingRatingsAreCopied,
  userRatingsAreCopied,
  namesAreCopied,
  addressesAreCopied,
  followsAreCopied,
];

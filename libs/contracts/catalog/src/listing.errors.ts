import { defineProblem } from '@bookable/kernel';

/** Somebody else's listing. */
export const NotYourListing = defineProblem('not-your-listing', 'forbidden', 'This listing is not yours.');
/** Only landlords let things; anyone may host an event. */
export const LandlordsOnly = defineProblem('landlords-only', 'forbidden', 'Only a landlord may offer this.');
/** Room types come from a hotel and change with it. */
export const RoomsByHotelOnly = defineProblem('rooms-by-hotel-only', 'forbidden', 'Rooms are listed by their hotel.');
/** Fields that are right one by one contradict each other; `errors` names them. */
export const ListingInconsistent = defineProblem('listing-inconsistent', 'rule-broken', 'Parts of the listing contradict each other.');
/** The status cannot change that way; `status` names the present one. */
export const WrongListingStatus = defineProblem('wrong-listing-status', 'conflict', 'The listing cannot move to that status.');
/** The change was made from an older version; `version` names the present one. */
export const ListingChangedMeanwhile = defineProblem('version-conflict', 'conflict', 'The listing has changed meanwhile.');
/** Something confirmed lies ahead; booking refuses with the same word. */
export const HasBookings = defineProblem('has-bookings', 'conflict', 'Confirmed bookings lie ahead.');
/** The host has an event with the same film at the same moment already. */
export const DuplicateEvent = defineProblem('duplicate-event', 'conflict', 'You have announced this already.');
/** The host has agreed to be at another event at that time, or hosts another one then: `otherListingId` names it. Booking refuses with the same word. */
export const ScheduleClash = defineProblem('schedule-clash', 'conflict', 'You have other plans for this time.');
/** An event has as many seats as any listing may have places. */
export const TooManySeats = defineProblem('too-many-seats', 'rule-broken', 'There is no room for another seat.');
/** The listing would have more photos than it may. */
export const TooManyPhotos = defineProblem('too-many-photos', 'rule-broken', 'A listing has at most 30 photos.');
/** An order of photos must name each photo of the listing once. */
export const PhotoOrderIncomplete = defineProblem('photo-order-incomplete', 'rule-broken', 'The order must name every photo of the listing once.');

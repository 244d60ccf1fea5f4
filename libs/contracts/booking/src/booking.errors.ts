import { defineProblem } from '@bookable/kernel';

/** Somebody else has taken all or part of the time or of the places asked for. */
export const SlotTaken = defineProblem('slot-taken', 'conflict', 'This time is taken.');
/** The caller has an open booking of the same listing that overlaps this one; for an event, any open one. */
export const AlreadyRequested = defineProblem('already-requested', 'conflict', 'You have asked for this already.');
/** The caller hosts, or goes to, another event at that time. */
export const ScheduleClash = defineProblem('schedule-clash', 'conflict', 'You have other plans for this time.');
/** The booking is not in a status that allows this; the fact `bookingStatus` names the present one. */
export const WrongStatus = defineProblem('wrong-status', 'conflict', 'The status of the booking does not allow this.');
/** Nobody can be missed before they were to come. */
export const TooEarly = defineProblem('too-early', 'conflict', 'It has not begun yet.');
/** Something confirmed lies ahead, so the listing cannot be closed. */
export const HasBookings = defineProblem('has-bookings', 'conflict', 'There are bookings ahead.');
/** The caller is a party of the booking, but this step belongs to the other side. */
export const NotYourBooking = defineProblem('not-your-booking', 'forbidden', 'This step is not yours to take.');
/** Nobody rents from themselves. */
export const OwnListing = defineProblem('own-listing', 'rule-broken', 'This listing is your own.');
/** The time asked for has begun or gone by. */
export const Past = defineProblem('past', 'rule-broken', 'This time has passed.');
/** The stay has fewer units than the listing allows, or none at all. */
export const TooShort = defineProblem('too-short', 'rule-broken', 'This is too short a time.');
/** The stay has more units than the listing allows. */
export const TooLong = defineProblem('too-long', 'rule-broken', 'This is too long a time.');
/** The time asked for lies further ahead than anything is sold. */
export const TooFar = defineProblem('too-far', 'rule-broken', 'This is too far ahead.');
/** The listing is a draft, inactive or archived. */
export const NotBookable = defineProblem('not-bookable', 'rule-broken', 'This listing cannot be booked now.');
/** More places are asked for than the listing has at all. */
export const OverCapacity = defineProblem('over-capacity', 'rule-broken', 'There are not that many places.');
/** The time lies outside of the opening hours, or off their grid of 15 minutes. */
export const Closed = defineProblem('closed', 'rule-broken', 'It is closed at this time.');
/** An option was asked for that this listing does not offer. */
export const OptionNotOffered = defineProblem('option-not-offered', 'rule-broken', 'This option is not offered here.');

import { EmailVerificationRequested, PasswordChanged, PasswordResetRequested, PersonExportReady, type RecipientFacts, RefreshTokenReused } from '@bookable/contracts-auth';
import {
  BookingCancelled, BookingChangeExpired, BookingChangeProposed, BookingChangeRejected, BookingChangeWithdrawn, BookingChanged, BookingCompleted, BookingConfirmed,
  BookingDeclined, BookingDoubted, BookingExpired, BookingInvited, BookingNoShow, BookingReconfirmed, BookingRejected,
  BookingRequested, BookingStarted, CalendarClashed, type CalendarFacts, CalendarLost, CalendarRecovered, EventMoveNews, type EventMoveNewsFacts, EventNews, type EventNewsFacts, ModeratorAppointed, ModeratorDismissed,
  type ModeratorFacts, type WaitlistFacts, WaitlistLapsed, WaitlistOffered, WaitlistTaken,
} from '@bookable/contracts-booking';
import { SavedSearchMatched, type SavedSearchMatchedFacts } from '@bookable/contracts-catalog';
import { CleaningDone, CleaningRequested, DepartureDue, type HotelNoticeFacts, RoomHeld, StayOverdue } from '@bookable/contracts-hotel-management';
import { type FollowFacts, type ReviewFacts, ReviewPublished, UserFollowed } from '@bookable/contracts-review';
import type { EventContract } from '@bookable/kernel';
import { bookedAtOnce, invitationWasAccepted, moderatorDidIt, moderators, owner, ownerDidNotDoIt, renter, renterDidIt, renterDidNotDoIt } from '../domain/booking-fact';
import type { NoticeType } from '../domain/notification-types';
import type { AccountMail, TemplateId } from '../templates/wording';
import { CONFIRMATION_LINK, EXPORT_STORY, PASSWORD_STORY, RESET_LINK, REUSE_STORY } from './account-stories';
import { BOOKING_STORY, HELPER_STORY } from './booking-story';
import { CALENDAR_STORY } from './calendar-story';
import { CLEANING_NOTICE_STORY, LINE_NOTICE_STORY, STAY_NOTICE_STORY } from './hotel-stories';
import { EVENT_MOVED_STORY } from './event-moved-story';
import { EVENT_STORY } from './event-story';
import { MODERATOR_STORY } from './moderator-story';
import { FOLLOW_STORY, REVIEW_STORY } from './people-stories';
import { SAVED_SEARCH_STORY } from './saved-search-story';
import type { Story } from './story';
import { WAITLIST_OF_OWNER_STORY, WAITLIST_STORY } from './waitlist-stories';

/** Who is told of a fact, as what, in which words. Over which channels follows from the type and its reader's choice. */
export interface CatalogueRow<Facts> {
  readonly fact: EventContract<Facts>;
  readonly story: Story<Facts>;
  /** One person, or several. */
  readonly tell: (facts: Facts) => string | readonly string[];
  readonly if?: (facts: Facts) => boolean;
  /** A type people may choose about, or an account mail, which always goes by mail and by nothing else. */
  readonly as: NoticeType | AccountMail;
  /** The words, where they are not those of the type. */
  readonly inWordsOf?: TemplateId;
}

const row = <Facts>(entry: CatalogueRow<Facts>): CatalogueRow<Facts> => entry;
const account = (facts: RecipientFacts) => facts.userId;
const whoIsReviewed = (facts: ReviewFacts) => facts.aboutUserId;
const whoIsFollowed = (facts: FollowFacts) => facts.followedId;
const whoWaits = (facts: WaitlistFacts) => (facts.renterId === undefined ? [] : [facts.renterId]);
const whoReadsIt = (facts: CalendarFacts) => facts.ownerId;
const whoLets = (facts: WaitlistFacts) => facts.ownerId;
const whoSearches = (facts: SavedSearchMatchedFacts) => facts.userId;
const whomItConcerns = (facts: EventNewsFacts) => facts.readerIds;
const whoComes = (facts: EventMoveNewsFacts) => facts.guestIds;
const whoIsInvited = (facts: EventMoveNewsFacts) => facts.invitedIds;
const whoHasAsked = (facts: EventMoveNewsFacts) => facts.askingIds;
const whoHelpsIt = (facts: EventMoveNewsFacts) => facts.helperIds;
const whoHelps = (facts: ModeratorFacts) => facts.userId;
const whoseBusinessItIs = (facts: HotelNoticeFacts) => facts.readerIds;
const booking = { story: BOOKING_STORY } as const;
const moved = { fact: EventMoveNews, story: EVENT_MOVED_STORY, as: 'event-moved' } as const;
const helpers = { story: HELPER_STORY, tell: moderators } as const;

/** Everything people are told of. A new notification is a row here, its words in two languages, and a consumer for its fact. */
export const CATALOGUE = [
  row({ fact: EmailVerificationRequested, story: CONFIRMATION_LINK, tell: account, as: 'email-verification' }),
  row({ fact: PasswordResetRequested, story: RESET_LINK, tell: account, as: 'password-reset' }),
  row({ fact: PasswordChanged, story: PASSWORD_STORY, tell: account, as: 'password-changed' }),
  row({ fact: PersonExportReady, story: EXPORT_STORY, tell: account, as: 'export-ready' }),
  row({ fact: RefreshTokenReused, story: REUSE_STORY, tell: account, as: 'session-reuse' }),
  row({ ...booking, fact: BookingRequested, tell: owner, as: 'booking-requested' }),
  row({ ...booking, fact: BookingRequested, tell: renter, as: 'booking-request-sent' }),
  row({ ...helpers, fact: BookingRequested, as: 'booking-requested' }),
  row({ ...booking, fact: BookingConfirmed, tell: renter, as: 'booking-confirmed' }),
  row({ ...booking, fact: BookingConfirmed, tell: owner, if: bookedAtOnce, as: 'booking-confirmed', inWordsOf: 'booking-confirmed-owner' }),
  row({ ...booking, fact: BookingConfirmed, tell: owner, if: invitationWasAccepted, as: 'booking-accepted' }),
  row({ ...helpers, fact: BookingConfirmed, if: invitationWasAccepted, as: 'booking-accepted' }),
  row({ ...booking, fact: BookingConfirmed, tell: owner, if: moderatorDidIt, as: 'booking-confirmed', inWordsOf: 'booking-confirmed-by-moderator' }),
  row({ ...booking, fact: BookingRejected, tell: renter, as: 'booking-rejected' }),
  row({ ...booking, fact: BookingRejected, tell: owner, if: moderatorDidIt, as: 'booking-rejected', inWordsOf: 'booking-rejected-by-moderator' }),
  row({ ...booking, fact: BookingCancelled, tell: owner, if: ownerDidNotDoIt, as: 'booking-cancelled' }),
  row({ ...booking, fact: BookingCancelled, tell: renter, if: renterDidNotDoIt, as: 'booking-cancelled' }),
  row({ ...booking, fact: BookingCancelled, tell: renter, if: renterDidIt, as: 'booking-cancelled', inWordsOf: 'booking-cancelled-receipt' }),
  row({ ...booking, fact: BookingExpired, tell: renter, as: 'booking-expired' }),
  row({ ...booking, fact: BookingExpired, tell: owner, as: 'booking-expired', inWordsOf: 'booking-expired-owner' }),
  row({ ...booking, fact: BookingStarted, tell: renter, as: 'booking-started' }),
  row({ ...booking, fact: BookingStarted, tell: owner, if: ownerDidNotDoIt, as: 'booking-started' }),
  row({ ...booking, fact: BookingCompleted, tell: renter, as: 'booking-completed' }),
  row({ ...booking, fact: BookingCompleted, tell: owner, as: 'booking-completed', inWordsOf: 'booking-completed-owner' }),
  row({ ...booking, fact: BookingInvited, tell: renter, as: 'booking-invited' }),
  row({ ...booking, fact: BookingInvited, tell: owner, if: moderatorDidIt, as: 'booking-invited', inWordsOf: 'booking-invited-by-moderator' }),
  row({ ...booking, fact: BookingDeclined, tell: owner, as: 'booking-declined' }),
  row({ ...helpers, fact: BookingDeclined, as: 'booking-declined' }),
  row({ ...booking, fact: BookingNoShow, tell: renter, as: 'booking-no-show' }),
  row({ ...booking, fact: BookingChanged, tell: owner, if: ownerDidNotDoIt, as: 'booking-changed' }),
  row({ ...booking, fact: BookingChanged, tell: renter, if: renterDidNotDoIt, as: 'booking-changed' }),
  row({ ...booking, fact: BookingChangeProposed, tell: owner, if: ownerDidNotDoIt, as: 'booking-change-proposed' }),
  row({ ...booking, fact: BookingChangeProposed, tell: renter, if: renterDidNotDoIt, as: 'booking-change-proposed' }),
  row({ ...booking, fact: BookingChangeRejected, tell: owner, if: ownerDidNotDoIt, as: 'booking-change-rejected' }),
  row({ ...booking, fact: BookingChangeRejected, tell: renter, if: renterDidNotDoIt, as: 'booking-change-rejected' }),
  row({ ...booking, fact: BookingChangeWithdrawn, tell: owner, if: ownerDidNotDoIt, as: 'booking-change-withdrawn' }),
  row({ ...booking, fact: BookingChangeWithdrawn, tell: renter, if: renterDidNotDoIt, as: 'booking-change-withdrawn' }),
  row({ ...booking, fact: BookingChangeExpired, tell: owner, as: 'booking-change-expired' }),
  row({ ...booking, fact: BookingChangeExpired, tell: renter, as: 'booking-change-expired' }),
  row({ ...booking, fact: BookingDoubted, tell: renter, as: 'booking-in-doubt' }),
  row({ ...booking, fact: BookingDoubted, tell: owner, as: 'booking-guest-in-doubt' }),
  row({ ...booking, fact: BookingReconfirmed, tell: owner, as: 'booking-reconfirmed' }),
  row({ ...booking, fact: BookingReconfirmed, tell: renter, if: renterDidNotDoIt, as: 'booking-reconfirmed', inWordsOf: 'booking-sure-again' }),
  row({ fact: EventNews, story: EVENT_STORY, tell: whomItConcerns, as: 'event-changed' }),
  row({ ...moved, tell: whoComes }),
  row({ ...moved, tell: whoIsInvited, inWordsOf: 'event-moved-invited' }),
  row({ ...moved, tell: whoHasAsked, inWordsOf: 'event-moved-asked' }),
  row({ ...moved, tell: whoHelpsIt, inWordsOf: 'event-moved-helper' }),
  row({ fact: ModeratorAppointed, story: MODERATOR_STORY, tell: whoHelps, as: 'moderator-appointed' }),
  row({ fact: ModeratorDismissed, story: MODERATOR_STORY, tell: whoHelps, as: 'moderator-dismissed' }),
  row({ fact: WaitlistOffered, story: WAITLIST_STORY, tell: whoWaits, as: 'waitlist-offered' }),
  row({ fact: WaitlistLapsed, story: WAITLIST_STORY, tell: whoWaits, as: 'waitlist-lapsed' }),
  row({ fact: WaitlistTaken, story: WAITLIST_OF_OWNER_STORY, tell: whoLets, as: 'waitlist-taken' }),
  row({ fact: CalendarLost, story: CALENDAR_STORY, tell: whoReadsIt, as: 'calendar-lost' }),
  row({ fact: CalendarRecovered, story: CALENDAR_STORY, tell: whoReadsIt, as: 'calendar-recovered' }),
  row({ fact: CalendarClashed, story: CALENDAR_STORY, tell: whoReadsIt, as: 'calendar-clashed' }),
  row({ fact: ReviewPublished, story: REVIEW_STORY, tell: whoIsReviewed, as: 'review-published' }),
  row({ fact: UserFollowed, story: FOLLOW_STORY, tell: whoIsFollowed, as: 'user-followed' }),
  row({ fact: SavedSearchMatched, story: SAVED_SEARCH_STORY, tell: whoSearches, as: 'saved-search-matched' }),
  row({ fact: DepartureDue, story: STAY_NOTICE_STORY, tell: whoseBusinessItIs, as: 'hotel-departure-due' }),
  row({ fact: StayOverdue, story: STAY_NOTICE_STORY, tell: whoseBusinessItIs, as: 'hotel-stay-overdue' }),
  row({ fact: CleaningRequested, story: CLEANING_NOTICE_STORY, tell: whoseBusinessItIs, as: 'hotel-cleaning-due' }),
  row({ fact: CleaningDone, story: CLEANING_NOTICE_STORY, tell: whoseBusinessItIs, as: 'hotel-cleaning-done' }),
  row({ fact: RoomHeld, story: LINE_NOTICE_STORY, tell: whoseBusinessItIs, as: 'hotel-room-held' }),
] as const;

/** The rows of one fact that hold for what happened. */
export function rowsFor<Facts>(fact: EventContract<Facts>, facts: Facts): readonly CatalogueRow<Facts>[] {
  // Rows of one topic are rows of one contract, which is what gives the facts their type.
  const rows = CATALOGUE.filter((entry) => entry.fact.topic === fact.topic) as readonly unknown[] as readonly CatalogueRow<Facts>[];
  return rows.filter((entry) => entry.if?.(facts) ?? true);
}

/** Whom a row tells. */
export function readersOf<Facts>({ tell }: CatalogueRow<Facts>, facts: Facts): readonly string[] {
  const readers = tell(facts);
  return typeof readers === 'string' ? [readers] : readers;
}

import { BusModule } from '@bookable/platform-bus';
import type { Environment } from '@bookable/platform-config';
import { DatabaseModule, type DatabaseOptions, migrateDatabase } from '@bookable/platform-database';
import { OperationsModule } from '@bookable/platform-operations';
import { OutboundFetcher } from '@bookable/platform-outbound';
import type { Platform, ServiceDefinition } from '@bookable/platform-runtime';
import { StorageModule } from '@bookable/platform-storage';
import { type DynamicModule, Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { AddBookingPhotos } from './application/add-booking-photos';
import { AdvanceBookings } from './application/advance-bookings';
import { AnswerChange } from './application/answer-change';
import { ApplyListing } from './application/apply-listing';
import { BesideResources } from './application/beside-resources';
import { BookingChanges } from './application/booking-changes';
import { BookingSteps } from './application/booking-steps';
import { ChangeAvailability } from './application/change-availability';
import { ChangeBooking } from './application/change-booking';
import { CloseResource } from './application/close-resource';
import { ReconfirmBooking } from './application/doubts/reconfirm-booking';
import { TakeDoubtStep } from './application/doubts/take-doubt-step';
import { TellDoubts } from './application/doubts/tell-doubts';
import { ChangeModerators } from './application/events/change-moderators';
import { FindModerators } from './application/events/find-moderators';
import { FindParticipants } from './application/events/find-participants';
import { FollowersOfHost } from './application/events/followers-of-host';
import { HostedEvent } from './application/events/hosted-event';
import { InviteGuest } from './application/events/invite-guest';
import { PartFromModerator } from './application/events/part-from-moderator';
import { TellGuests } from './application/events/tell-guests';
import { TellOfMove } from './application/events/tell-of-move';
import { EventAudience } from './application/event-audience';
import { ExpireChanges } from './application/expire-changes';
import { FindBlocks } from './application/find-blocks';
import { FindBookingPhotos } from './application/find-booking-photos';
import { FindBookings } from './application/find-bookings';
import { FindHolds } from './application/find-holds';
import { FindResource } from './application/find-resource';
import { ForgetUser } from './application/forget-user';
import { GetAvailability } from './application/get-availability';
import { GetBooking } from './application/get-booking';
import { GetBookingFacts } from './application/get-booking-facts';
import { GetBookingHistory } from './application/get-booking-history';
import { GetCancellation } from './application/get-cancellation';
import { GetQuote } from './application/get-quote';
import { MoveBooking } from './application/move-booking';
import { OpenBooking } from './application/open-booking';
import { OwnHold } from './application/own-hold';
import { PhotoFiles } from './application/photo-files';
import { PlaceBooking } from './application/place-booking';
import { PlaceHold } from './application/place-hold';
import { PlacementQueue } from './application/placement-queue';
import { AskedQuotes } from './application/price-preview/asked-quotes';
import { ForgetAskedQuotes } from './application/price-preview/forget-asked-quotes';
import { KeepAskedQuotes } from './application/price-preview/keep-asked-quotes';
import { PreviewPrice } from './application/price-preview/preview-price';
import { AdmitPromotion } from './application/promotions/admit-promotion';
import { CreatePromotion } from './application/promotions/create-promotion';
import { FindPromotions } from './application/promotions/find-promotions';
import { RemovePromotion } from './application/promotions/remove-promotion';
import { QuoteListings } from './application/quote-listings';
import { ReleaseHold } from './application/release-hold';
import { ReleaseHolds } from './application/release-holds';
import { RenewHold } from './application/renew-hold';
import { SubmitPlacement } from './application/submit-placement';
import { TellAvailability } from './application/tell-availability';
import { FindListingWaitlist } from './application/find-listing-waitlist';
import { FindScheduleClash } from './application/find-schedule-clash';
import { FindOwnWaitlist } from './application/find-own-waitlist';
import { GuestsInLine } from './application/guests-in-line';
import { JoinWaitlist } from './application/join-waitlist';
import { LeaveWaitlist } from './application/leave-waitlist';
import { PassOffer } from './application/pass-offer';
import { ServeWaitlist } from './application/serve-waitlist';
import { StandInLine } from './application/stand-in-line';
import { SettleWaitlist } from './application/settle-waitlist';
import { TakeOffer } from './application/take-offer';
import { TurnAway } from './application/turn-away';
import { ClaimReservation } from './application/claim-reservation';
import { CountActiveBookings } from './application/count-active-bookings';
import { FollowStay } from './application/follow-stay';
import { AddCalendar } from './application/calendars/add-calendar';
import { CalendarReading } from './application/calendars/calendar-reading';
import { FindCalendars } from './application/calendars/find-calendars';
import { FreshenCalendars } from './application/calendars/freshen-calendars';
import { GetFeed } from './application/calendars/get-feed';
import { KeepReading } from './application/calendars/keep-reading';
import { OwnedResource } from './application/calendars/owned-resource';
import { ReadDueCalendars } from './application/calendars/read-due-calendars';
import { ReadFeed } from './application/calendars/read-feed';
import { RefreshCalendar } from './application/calendars/refresh-calendar';
import { RemoveCalendar } from './application/calendars/remove-calendar';
import { RotateFeed } from './application/calendars/rotate-feed';
import { WithdrawRoom } from './application/withdraw-room';
import { AuthClient } from './clients/auth.client';
import { CalendarFetcher } from './clients/calendar-fetcher';
import { CatalogClient } from './clients/catalog.client';
import { ReviewClient } from './clients/review.client';
import { BookingConfig } from './config';
import { AskedQuoteStore } from './persistence/asked-quote.store';
import { AvailabilityStore } from './persistence/availability.store';
import { BlockReader } from './persistence/block.reader';
import { BookingChangeStore } from './persistence/booking-change.store';
import { BookingPhotoStore } from './persistence/booking-photo.store';
import { BookingPhotoTable } from './persistence/booking-photo.table';
import { BookingReader } from './persistence/booking.reader';
import { BookingCensusReader } from './persistence/booking-census.reader';
import { BookingStore } from './persistence/booking.store';
import { CalendarFeedStore } from './persistence/calendar-feed.store';
import { CalendarStore } from './persistence/calendar.store';
import { BookingTable } from './persistence/booking.table';
import { BookingTransitionTable } from './persistence/booking-transition.table';
import { DoubtStore } from './persistence/doubt.store';
import { HoldStore } from './persistence/hold.store';
import { HoldTable } from './persistence/hold.table';
import { MIGRATIONS } from './persistence/migrations';
import { ModeratorStore } from './persistence/moderator.store';
import { ParticipantReader } from './persistence/participant.reader';
import { PastAvailabilityStore } from './persistence/past-availability.store';
import { PastWishReader } from './persistence/past-wish.reader';
import { PlacementStore } from './persistence/placement.store';
import { PromotionStore } from './persistence/promotion.store';
import { PromotionTable } from './persistence/promotion.table';
import { ReservationClaimStore } from './persistence/reservation-claim.store';
import { ResourceStore } from './persistence/resource.store';
import { ResourceTable } from './persistence/resource.table';
import { PersonalTimeStore } from './persistence/personal-time.store';
import { WaitlistEntryTable } from './persistence/waitlist-entry.table';
import { WaitlistReader } from './persistence/waitlist.reader';
import { WaitlistStore } from './persistence/waitlist.store';
import { WithdrawnRoomStore } from './persistence/withdrawn-room.store';
import { PERSONAL_TABLES } from './persistence/personal-tables';
import { ActiveBookingsMetric } from './transport/active-bookings.metric';
import { AdvanceBookingsSchedule } from './transport/advance-bookings.schedule';
import { AvailabilityRpc } from './transport/availability.rpc';
import { BookingPhotosRpc } from './transport/booking-photos.rpc';
import { BookingChangesRpc } from './transport/booking-changes.rpc';
import { BookingsRpc } from './transport/bookings.rpc';
import { EventChangedConsumer } from './transport/event-changed.consumer';
import { EventsRpc } from './transport/events.rpc';
import { HoldsRpc } from './transport/holds.rpc';
import { CalendarsRpc } from './transport/calendars.rpc';
import { KeepAskedQuotesSchedule } from './transport/keep-asked-quotes.schedule';
import { ListingChangedConsumer } from './transport/listing-changed.consumer';
import { PromotionsRpc } from './transport/promotions.rpc';
import { QuotesRpc } from './transport/quotes.rpc';
import { ReservationsRpc } from './transport/reservations.rpc';
import { SettleWaitlistSchedule } from './transport/settle-waitlist.schedule';
import { ReadCalendarsSchedule } from './transport/read-calendars.schedule';
import { TellAvailabilitySchedule } from './transport/tell-availability.schedule';
import { TransitionsRpc } from './transport/transitions.rpc';
import { UserBlockedConsumer } from './transport/user-blocked.consumer';
import { UserDeletedConsumer } from './transport/user-deleted.consumer';
import { GuestsInLineRpc } from './transport/guests-in-line.rpc';
import { WaitlistRpc } from './transport/waitlist.rpc';

const NAME = 'booking';
const TABLES = [BookingPhotoTable, BookingTable, BookingTransitionTable, HoldTable, PromotionTable, ResourceTable, WaitlistEntryTable];
const STORES = [AvailabilityStore, BlockReader, BookingChangeStore, BookingPhotoStore, BookingReader, BookingStore, HoldStore, PastAvailabilityStore, PlacementStore, PromotionStore, ReservationClaimStore, ResourceStore, WithdrawnRoomStore];
const USE_CASES = [
  AddBookingPhotos, AdvanceBookings, ApplyListing, ChangeAvailability, ClaimReservation, CloseResource, FindBookingPhotos, FindBookings, FollowStay, ForgetUser,
  GetAvailability, GetBooking, GetBookingFacts, GetBookingHistory, GetCancellation, GetQuote, CreatePromotion, FindPromotions, RemovePromotion, MoveBooking, PlaceBooking, QuoteListings,
  ReleaseHolds, TellAvailability, FindHolds, PlaceHold, ReleaseHold, RenewHold, AnswerChange, ChangeBooking, ExpireChanges, FindBlocks, WithdrawRoom,
];
const WAITING = [
  FindListingWaitlist, FindOwnWaitlist, FindScheduleClash, GuestsInLine, JoinWaitlist, LeaveWaitlist, PassOffer, PersonalTimeStore, ServeWaitlist, SettleWaitlist, SettleWaitlistSchedule, StandInLine, TakeOffer,
  WaitlistReader, WaitlistStore,
];
const EVENTS = [ChangeModerators, EventAudience, FindModerators, FindParticipants, FollowersOfHost, HostedEvent, InviteGuest, ModeratorStore, PartFromModerator, ParticipantReader, TellGuests, TellOfMove, ReviewClient];
const HANDS = [AdmitPromotion, AuthClient, BesideResources, BookingChanges, BookingSteps, CatalogClient, FindResource, OpenBooking, OwnHold, PhotoFiles, PlacementQueue, SubmitPlacement, TurnAway];
const CALENDARS = [
  AddCalendar, CalendarFeedStore, CalendarFetcher, CalendarReading, CalendarStore, FindCalendars, FreshenCalendars, GetFeed, KeepReading,
  OwnedResource, ReadDueCalendars, ReadFeed, RefreshCalendar, RemoveCalendar, RotateFeed, ReadCalendarsSchedule,
];
const PREVIEWING = [AskedQuotes, AskedQuoteStore, ForgetAskedQuotes, KeepAskedQuotes, KeepAskedQuotesSchedule, PastWishReader, PreviewPrice];
const DOUBTS = [DoubtStore, ReconfirmBooking, TakeDoubtStep, TellDoubts];
const SCHEDULES = [AdvanceBookingsSchedule, TellAvailabilitySchedule];
const WATCHING = [ActiveBookingsMetric, BookingCensusReader, CountActiveBookings];
const DOORS = [AvailabilityRpc, BookingChangesRpc, BookingPhotosRpc, BookingsRpc, CalendarsRpc, EventChangedConsumer, EventsRpc, GuestsInLineRpc, HoldsRpc, ListingChangedConsumer, PromotionsRpc, QuotesRpc, ReservationsRpc, TransitionsRpc, UserBlockedConsumer, UserDeletedConsumer, WaitlistRpc];

function databaseOf({ databaseUrl, poolSize }: BookingConfig): DatabaseOptions {
  return { service: NAME, databaseUrl, poolSize, entities: TABLES, migrations: MIGRATIONS };
}

/** Composes the booking service: the only file that sees every layer of it. */
@Module({})
export class BookingModule {
  static register(config: BookingConfig, env: Environment, { bus }: Platform): DynamicModule {
    const { calendarHostsAllowed } = config;
    return {
      module: BookingModule,
      imports: [
        BusModule.register(bus),
        DatabaseModule.register(databaseOf(config)),
        OperationsModule.register(NAME, PERSONAL_TABLES),
        StorageModule.register(env),
        ScheduleModule.forRoot(),
      ],
      controllers: DOORS,
      providers: [
        ...STORES, ...USE_CASES, ...WAITING, ...EVENTS, ...HANDS, ...CALENDARS, ...PREVIEWING, ...DOUBTS, ...SCHEDULES, ...WATCHING,
        { provide: BookingConfig, useValue: config },
        { provide: OutboundFetcher, useValue: new OutboundFetcher({ allowedHosts: new Set(calendarHostsAllowed) }) },
      ],
    };
  }
}

/** How a process starts this service. */
export const bookingService: ServiceDefinition = {
  name: NAME,
  module: (env, platform) => BookingModule.register(BookingConfig.read(env), env, platform),
  migrate: (env, only) => migrateDatabase(databaseOf(BookingConfig.read(env)), only),
};

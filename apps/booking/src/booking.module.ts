import { BusModule } from '@bookable/platform-bus';
import type { Environment } from '@bookable/platform-config';
import { DatabaseModule } from '@bookable/platform-database';
import type { Platform, ServiceDefinition } from '@bookable/platform-runtime';
import { StorageModule } from '@bookable/platform-storage';
import { type DynamicModule, Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { AddBookingPhotos } from './application/add-booking-photos';
import { AdvanceBookings } from './application/advance-bookings';
import { ApplyListing } from './application/apply-listing';
import { BookingSteps } from './application/booking-steps';
import { ChangeAvailability } from './application/change-availability';
import { CloseResource } from './application/close-resource';
import { EventAudience } from './application/event-audience';
import { FindBookingPhotos } from './application/find-booking-photos';
import { FindBookings } from './application/find-bookings';
import { FindResource } from './application/find-resource';
import { ForgetUser } from './application/forget-user';
import { GetAvailability } from './application/get-availability';
import { GetBooking } from './application/get-booking';
import { GetBookingFacts } from './application/get-booking-facts';
import { GetBookingHistory } from './application/get-booking-history';
import { GetQuote } from './application/get-quote';
import { InviteGuest } from './application/invite-guest';
import { MoveBooking } from './application/move-booking';
import { PhotoFiles } from './application/photo-files';
import { PlaceBooking } from './application/place-booking';
import { PlacementQueue } from './application/placement-queue';
import { QuoteListings } from './application/quote-listings';
import { ReleaseHolds } from './application/release-holds';
import { SubmitPlacement } from './application/submit-placement';
import { TellAvailability } from './application/tell-availability';
import { TurnAway } from './application/turn-away';
import { AuthClient } from './clients/auth.client';
import { CatalogClient } from './clients/catalog.client';
import { BookingConfig } from './config';
import { AvailabilityStore } from './persistence/availability.store';
import { BookingPhotoStore } from './persistence/booking-photo.store';
import { BookingPhotoTable } from './persistence/booking-photo.table';
import { BookingReader } from './persistence/booking.reader';
import { BookingStore } from './persistence/booking.store';
import { BookingTable } from './persistence/booking.table';
import { BookingTransitionTable } from './persistence/booking-transition.table';
import { MIGRATIONS } from './persistence/migrations';
import { PlacementStore } from './persistence/placement.store';
import { ResourceStore } from './persistence/resource.store';
import { ResourceTable } from './persistence/resource.table';
import { AdvanceBookingsSchedule } from './transport/advance-bookings.schedule';
import { AvailabilityRpc } from './transport/availability.rpc';
import { BookingPhotosRpc } from './transport/booking-photos.rpc';
import { BookingsRpc } from './transport/bookings.rpc';
import { ListingChangedConsumer } from './transport/listing-changed.consumer';
import { QuotesRpc } from './transport/quotes.rpc';
import { TellAvailabilitySchedule } from './transport/tell-availability.schedule';
import { TransitionsRpc } from './transport/transitions.rpc';
import { UserDeletedConsumer } from './transport/user-deleted.consumer';

const NAME = 'booking';
const TABLES = [BookingPhotoTable, BookingTable, BookingTransitionTable, ResourceTable];
const STORES = [AvailabilityStore, BookingPhotoStore, BookingReader, BookingStore, PlacementStore, ResourceStore];
const USE_CASES = [
  AddBookingPhotos, AdvanceBookings, ApplyListing, ChangeAvailability, CloseResource, FindBookingPhotos, FindBookings, ForgetUser,
  GetAvailability, GetBooking, GetBookingFacts, GetBookingHistory, GetQuote, InviteGuest, MoveBooking, PlaceBooking, QuoteListings,
  ReleaseHolds, TellAvailability,
];
const HANDS = [AuthClient, BookingSteps, CatalogClient, EventAudience, FindResource, PhotoFiles, PlacementQueue, SubmitPlacement, TurnAway];
const SCHEDULES = [AdvanceBookingsSchedule, TellAvailabilitySchedule];
const DOORS = [AvailabilityRpc, BookingPhotosRpc, BookingsRpc, ListingChangedConsumer, QuotesRpc, TransitionsRpc, UserDeletedConsumer];

/** Composes the booking service: the only file that sees every layer of it. */
@Module({})
export class BookingModule {
  static register({ databaseUrl, poolSize }: BookingConfig, env: Environment, { bus }: Platform): DynamicModule {
    return {
      module: BookingModule,
      imports: [
        BusModule.register(bus),
        DatabaseModule.register({ service: NAME, databaseUrl, entities: TABLES, migrations: MIGRATIONS, poolSize }),
        StorageModule.register(env),
        ScheduleModule.forRoot(),
      ],
      controllers: DOORS,
      providers: [...STORES, ...USE_CASES, ...HANDS, ...SCHEDULES],
    };
  }
}

/** How a process starts this service. */
export const bookingService: ServiceDefinition = {
  name: NAME,
  module: (env, platform) => BookingModule.register(BookingConfig.read(env), env, platform),
};

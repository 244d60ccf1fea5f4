import { join } from 'node:path';
import { BusModule } from '@bookable/platform-bus';
import { DatabaseModule, type DatabaseOptions, migrateDatabase } from '@bookable/platform-database';
import { OperationsModule } from '@bookable/platform-operations';
import type { Platform, ServiceDefinition } from '@bookable/platform-runtime';
import { SealingModule, type SealingOptions } from '@bookable/platform-sealing';
import { type DynamicModule, Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { ChangeGuest } from './application/change-guest';
import { ChangeHotel } from './application/change-hotel';
import { ChangeStaffMember } from './application/change-staff-member';
import { CreateHotel } from './application/create-hotel';
import { FindGuests } from './application/find-guests';
import { FindHotelAudit } from './application/find-hotel-audit';
import { FindHotels } from './application/find-hotels';
import { FindRooms } from './application/find-rooms';
import { FindStaff } from './application/find-staff';
import { HandOverHotel } from './application/hand-over-hotel';
import { KeepRoom } from './application/keep-room';
import { KnowAccount } from './application/know-account';
import { MergeGuests } from './application/merge-guests';
import { OfferRoomTypes } from './application/offer-room-types';
import { RegisterGuest } from './application/register-guest';
import { RegisterStaffMember } from './application/register-staff-member';
import { RemoveRoom } from './application/remove-room';
import { SetRates } from './application/set-rates';
import { ShowRates } from './application/show-rates';
import { StaffDoor } from './application/staff-door';
import { TakeRoomOff } from './application/take-room-off';
import { Accounts } from './clients/accounts';
import { CloseDays } from './application/money/close-days';
import { FindClosedDays } from './application/money/find-closed-days';
import { PrintRevenue } from './application/money/print-revenue';
import { RefundPayment } from './application/money/refund-payment';
import { ReportRevenue } from './application/money/report-revenue';
import { TakePayment } from './application/money/take-payment';
import { FindCleanings } from './application/housekeeping/find-cleanings';
import { KeepHouse } from './application/housekeeping/keep-house';
import { TellCleaningDone } from './application/notices/tell-cleaning-done';
import { TellDueNotices } from './application/notices/tell-due-notices';
import { FollowBooking } from './application/bookings/follow-booking';
import { SeatBooked } from './application/bookings/seat-booked';
import { ChangeGroup } from './application/groups/change-group';
import { CheckInGroup } from './application/groups/check-in-group';
import { EndGroup } from './application/groups/end-group';
import { GroupDoor } from './application/groups/group-door';
import { ReserveGroup } from './application/groups/reserve-group';
import { KeepLine } from './application/line/keep-line';
import { PutInLine } from './application/line/put-in-line';
import { TakeForGuest } from './application/line/take-for-guest';
import { TellOfHeldRoom } from './application/line/tell-of-held-room';
import { ArrangeRooms } from './application/reservations/arrange-rooms';
import { BringReservation } from './application/reservations/bring-reservation';
import { ChangeReservation } from './application/reservations/change-reservation';
import { CheckIn } from './application/reservations/check-in';
import { ClaimWishes } from './application/reservations/claim-wishes';
import { EndReservation } from './application/reservations/end-reservation';
import { FindReservations } from './application/reservations/find-reservations';
import { FinishReservations } from './application/reservations/finish-reservations';
import { MoveWithinHouse } from './application/reservations/move-within-house';
import { ReadyRooms } from './application/reservations/ready-rooms';
import { ReservationDoor } from './application/reservations/reservation-door';
import { ReserveRoom } from './application/reservations/reserve-room';
import { SettleTogether } from './application/reservations/settle-together';
import { Stayers } from './application/reservations/stayers';
import { WriteAnswers } from './application/reservations/write-answers';
import { SettleReservation } from './application/reservations/settle-reservation';
import { ShowBoard } from './application/reservations/show-board';
import { WishedStay } from './application/reservations/wished-stay';
import { AuthAccounts } from './clients/auth-accounts';
import { BookingClaims } from './clients/booking-claims';
import { BookingPlaces } from './clients/booking-places';
import { RoomPlaces } from './clients/room-places';
import { BookingLines } from './clients/booking-lines';
import { ReservationClaims } from './clients/reservation-claims';
import { RoomLines } from './clients/room-lines';
import { HotelManagementConfig } from './config';
import { BoardReader } from './persistence/board.reader';
import { CleaningStore } from './persistence/cleaning.store';
import { ClosedDayStore } from './persistence/closed-day.store';
import { GuestStore } from './persistence/guest.store';
import { HotelStore } from './persistence/hotel.store';
import { MIGRATIONS } from './persistence/migrations/all-migrations';
import { NoticeStore } from './persistence/notice.store';
import { PaymentStore } from './persistence/payment.store';
import { ReservationGroupStore } from './persistence/reservation-group.store';
import { ReservationReader } from './persistence/reservation.reader';
import { ReservationStore } from './persistence/reservation.store';
import { RevenueReader } from './persistence/revenue.reader';
import { RoomAssignmentStore } from './persistence/room-assignment.store';
import { RoomBookingStore } from './persistence/room-booking.store';
import { RoomStore } from './persistence/room.store';
import { StaffStore } from './persistence/staff.store';
import { PERSONAL_TABLES } from './persistence/personal-tables';
import { SEALED_COLUMNS } from './persistence/sealed-columns';
import { AccountsConsumer } from './transport/accounts.consumer';
import { BookingsConsumer } from './transport/bookings.consumer';
import { CloseDaysSchedule } from './transport/close-days.schedule';
import { FinishReservationsSchedule } from './transport/finish-reservations.schedule';
import { GroupsRpc } from './transport/groups.rpc';
import { GuestsRpc } from './transport/guests.rpc';
import { HousekeepingRpc } from './transport/housekeeping.rpc';
import { HotelAuditRpc } from './transport/hotel-audit.rpc';
import { HotelsRpc } from './transport/hotels.rpc';
import { KeepHouseSchedule } from './transport/keep-house.schedule';
import { LinesConsumer } from './transport/lines.consumer';
import { LinesRpc } from './transport/lines.rpc';
import { MoneyRpc } from './transport/money.rpc';
import { ReservationsRpc } from './transport/reservations.rpc';
import { RoomsRpc } from './transport/rooms.rpc';
import { StaffRpc } from './transport/staff.rpc';
import { StaysRpc } from './transport/stays.rpc';
import { TellNoticesSchedule } from './transport/tell-notices.schedule';

const NAME = 'hotel-management';

const USE_CASES = [
  ChangeGuest, ChangeHotel, ChangeStaffMember, CreateHotel, FindGuests, FindHotelAudit, FindHotels, FindRooms, FindStaff, HandOverHotel, KeepRoom, KnowAccount, MergeGuests, RegisterGuest,
  RegisterStaffMember, RemoveRoom, SetRates, ShowRates,
];
const HANDS = [{ provide: Accounts, useClass: AuthAccounts }, OfferRoomTypes, StaffDoor, TakeRoomOff, { provide: RoomPlaces, useClass: BookingPlaces }];
const FRONT_DESK = [
  ArrangeRooms, BringReservation, ChangeReservation, CheckIn, ClaimWishes, EndReservation, FindCleanings, FindReservations, FinishReservations, KeepHouse, MoveWithinHouse, ReadyRooms, ReservationDoor, ReserveRoom, SettleReservation,
  ShowBoard, Stayers, WishedStay, WriteAnswers, { provide: ReservationClaims, useClass: BookingClaims },
];
const GROUPS = [ChangeGroup, CheckInGroup, EndGroup, GroupDoor, ReservationGroupStore, ReserveGroup, SettleTogether];
const LINES = [KeepLine, PutInLine, TakeForGuest, TellOfHeldRoom, { provide: RoomLines, useClass: BookingLines }];
const BOOKED = [FollowBooking, RoomBookingStore, SeatBooked];
const NOTICES = [NoticeStore, TellCleaningDone, TellDueNotices, TellNoticesSchedule];
const MONEY = [CloseDays, CloseDaysSchedule, ClosedDayStore, FindClosedDays, PrintRevenue, RefundPayment, ReportRevenue, TakePayment];
const STORES = [
  BoardReader, CleaningStore, GuestStore, HotelStore, PaymentStore, ReservationReader, ReservationStore, RevenueReader, RoomAssignmentStore, RoomStore, StaffStore,
];
const SCHEDULES = [FinishReservationsSchedule, KeepHouseSchedule];

function databaseOf({ databaseUrl, poolSize }: HotelManagementConfig): DatabaseOptions {
  return { service: NAME, databaseUrl, poolSize, entities: [], migrations: MIGRATIONS };
}

function sealsOf({ sealingSecrets: secrets, dataDir }: HotelManagementConfig): SealingOptions {
  return { service: NAME, columns: SEALED_COLUMNS, secrets, variable: 'HOTEL_MANAGEMENT_SEALING_KEYS', secretFile: join(dataDir, 'hotel-management-sealing.key') };
}

/** Composes the hotel-management service: the only file that sees every layer of it. */
@Module({})
export class HotelManagementModule {
  static register(config: HotelManagementConfig, { bus }: Platform): DynamicModule {
    return {
      module: HotelManagementModule,
      imports: [
        BusModule.register(bus),
        ScheduleModule.forRoot(),
        DatabaseModule.register(databaseOf(config)),
        SealingModule.register(sealsOf(config)),
        OperationsModule.register(NAME, PERSONAL_TABLES),
      ],
      controllers: [AccountsConsumer, BookingsConsumer, GroupsRpc, GuestsRpc, HotelAuditRpc, HotelsRpc, HousekeepingRpc, LinesConsumer, LinesRpc, MoneyRpc, ReservationsRpc, RoomsRpc, StaffRpc, StaysRpc],
      providers: [...BOOKED, ...GROUPS, ...USE_CASES, ...FRONT_DESK, ...LINES, ...MONEY, ...NOTICES, ...HANDS, ...STORES, ...SCHEDULES],
    };
  }
}

/** How a process starts this service. */
export const hotelManagementService: ServiceDefinition = {
  name: NAME,
  module: (env, platform) => HotelManagementModule.register(HotelManagementConfig.read(env), platform),
  migrate: (env, only) => migrateDatabase(databaseOf(HotelManagementConfig.read(env)), only),
};

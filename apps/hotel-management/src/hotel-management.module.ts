import { BusModule } from '@bookable/platform-bus';
import { DatabaseModule } from '@bookable/platform-database';
import type { Platform, ServiceDefinition } from '@bookable/platform-runtime';
import { type DynamicModule, Module } from '@nestjs/common';
import { ChangeGuest } from './application/change-guest';
import { ChangeHotel } from './application/change-hotel';
import { ChangeStaffMember } from './application/change-staff-member';
import { CreateHotel } from './application/create-hotel';
import { FindGuests } from './application/find-guests';
import { FindHotels } from './application/find-hotels';
import { FindRooms } from './application/find-rooms';
import { FindStaff } from './application/find-staff';
import { KeepRoom } from './application/keep-room';
import { KnowAccount } from './application/know-account';
import { MergeGuests } from './application/merge-guests';
import { OfferRoomTypes } from './application/offer-room-types';
import { RegisterGuest } from './application/register-guest';
import { RegisterStaffMember } from './application/register-staff-member';
import { RemoveRoom } from './application/remove-room';
import { SetRates } from './application/set-rates';
import { StaffDoor } from './application/staff-door';
import { Accounts } from './clients/accounts';
import { AuthAccounts } from './clients/auth-accounts';
import { HotelManagementConfig } from './config';
import { GuestStore } from './persistence/guest.store';
import { HotelStore } from './persistence/hotel.store';
import { MIGRATIONS } from './persistence/migrations/all-migrations';
import { RoomStore } from './persistence/room.store';
import { StaffStore } from './persistence/staff.store';
import { AccountsConsumer } from './transport/accounts.consumer';
import { GuestsRpc } from './transport/guests.rpc';
import { HotelsRpc } from './transport/hotels.rpc';
import { RoomsRpc } from './transport/rooms.rpc';
import { StaffRpc } from './transport/staff.rpc';

const USE_CASES = [
  ChangeGuest, ChangeHotel, ChangeStaffMember, CreateHotel, FindGuests, FindHotels, FindRooms, FindStaff, KeepRoom, KnowAccount, MergeGuests, RegisterGuest,
  RegisterStaffMember, RemoveRoom, SetRates,
];
const HANDS = [{ provide: Accounts, useClass: AuthAccounts }, OfferRoomTypes, StaffDoor];
const STORES = [GuestStore, HotelStore, RoomStore, StaffStore];

/** Composes the hotel-management service: the only file that sees every layer of it. */
@Module({})
export class HotelManagementModule {
  static register(config: HotelManagementConfig, { bus }: Platform): DynamicModule {
    return {
      module: HotelManagementModule,
      imports: [
        BusModule.register(bus),
        DatabaseModule.register({ service: 'hotel-management', databaseUrl: config.databaseUrl, poolSize: config.poolSize, entities: [], migrations: MIGRATIONS }),
      ],
      controllers: [AccountsConsumer, GuestsRpc, HotelsRpc, RoomsRpc, StaffRpc],
      providers: [...USE_CASES, ...HANDS, ...STORES],
    };
  }
}

/** How a process starts this service. */
export const hotelManagementService: ServiceDefinition = {
  name: 'hotel-management',
  module: (env, platform) => HotelManagementModule.register(HotelManagementConfig.read(env), platform),
};

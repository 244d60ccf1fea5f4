import { BusModule } from '@bookable/platform-bus';
import { DatabaseModule } from '@bookable/platform-database';
import type { Platform, ServiceDefinition } from '@bookable/platform-runtime';
import { type DynamicModule, Module } from '@nestjs/common';
import { ChangeHotel } from './application/change-hotel';
import { CreateHotel } from './application/create-hotel';
import { FindHotels } from './application/find-hotels';
import { FindRooms } from './application/find-rooms';
import { KeepRoom } from './application/keep-room';
import { OfferRoomTypes } from './application/offer-room-types';
import { OwnHotel } from './application/own-hotel';
import { RemoveRoom } from './application/remove-room';
import { SetRates } from './application/set-rates';
import { HotelManagementConfig } from './config';
import { HotelStore } from './persistence/hotel.store';
import { CreateHotel202611211010 } from './persistence/migrations/202611211010-create-hotel';
import { RoomStore } from './persistence/room.store';
import { HotelsRpc } from './transport/hotels.rpc';
import { RoomsRpc } from './transport/rooms.rpc';

const USE_CASES = [ChangeHotel, CreateHotel, FindHotels, FindRooms, KeepRoom, OfferRoomTypes, OwnHotel, RemoveRoom, SetRates];

/** Composes the hotel-management service: the only file that sees every layer of it. */
@Module({})
export class HotelManagementModule {
  static register(config: HotelManagementConfig, { bus }: Platform): DynamicModule {
    return {
      module: HotelManagementModule,
      imports: [
        BusModule.register(bus),
        DatabaseModule.register({ service: 'hotel-management', databaseUrl: config.databaseUrl, poolSize: config.poolSize, entities: [], migrations: [CreateHotel202611211010] }),
      ],
      controllers: [HotelsRpc, RoomsRpc],
      providers: [...USE_CASES, HotelStore, RoomStore],
    };
  }
}

/** How a process starts this service. */
export const hotelManagementService: ServiceDefinition = {
  name: 'hotel-management',
  module: (env, platform) => HotelManagementModule.register(HotelManagementConfig.read(env), platform),
};

import type { HotelView } from '@bookable/contracts-hotel-management';
import { newId } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { SystemClock } from '@bookable/platform-runtime';
import { AuditLog } from '@bookable/platform-database';
import { type ServiceDatabase, aContextOf, anActor, startServiceDatabase } from '@bookable/platform-testing';
import { ChangeGuest } from '../src/application/change-guest';
import { ChangeStaffMember } from '../src/application/change-staff-member';
import { CreateHotel } from '../src/application/create-hotel';
import { FindGuests } from '../src/application/find-guests';
import { FindHotelAudit } from '../src/application/find-hotel-audit';
import { FindHotels } from '../src/application/find-hotels';
import { FindStaff } from '../src/application/find-staff';
import { HandOverHotel } from '../src/application/hand-over-hotel';
import { KnowAccount } from '../src/application/know-account';
import { MergeGuests } from '../src/application/merge-guests';
import { OfferRoomTypes } from '../src/application/offer-room-types';
import { RegisterGuest } from '../src/application/register-guest';
import { RegisterStaffMember } from '../src/application/register-staff-member';
import { StaffDoor } from '../src/application/staff-door';
import { type AccountName, Accounts } from '../src/clients/accounts';
import { GuestStore } from '../src/persistence/guest.store';
import { HotelStore } from '../src/persistence/hotel.store';
import { MIGRATIONS } from '../src/persistence/migrations/all-migrations';
import { RoomStore } from '../src/persistence/room.store';
import { StaffStore } from '../src/persistence/staff.store';
import { ownSeals } from './own-seals';

/** Accounts as auth would know them. */
class KnownAccounts extends Accounts {
  readonly all: { readonly id: string; readonly email: string; readonly emailVerified: boolean }[] = [];

  async find(who: AccountName) {
    return this.all.find(({ id, email }) => ('id' in who ? id === who.id : email === who.email));
  }
}

/** The use cases around people in a hotel, on a database of their own. */
export class HotelDesk {
  readonly accounts = new KnownAccounts();
  readonly registerStaff: RegisterStaffMember;
  readonly changeStaff: ChangeStaffMember;
  readonly findStaff: FindStaff;
  readonly findAudit: FindHotelAudit;
  readonly handOver: HandOverHotel;
  readonly registerGuest: RegisterGuest;
  readonly changeGuest: ChangeGuest;
  readonly mergeGuests: MergeGuests;
  readonly findGuests: FindGuests;
  readonly findHotels: FindHotels;
  readonly knowAccount: KnowAccount;
  private readonly createHotel: CreateHotel;

  private constructor(private readonly postgres: ServiceDatabase) {
    const { database } = postgres;
    const seals = ownSeals();
    const [hotels, staff, guests, clock] = [new HotelStore(), new StaffStore(seals), new GuestStore(seals), new SystemClock()];
    const door = new StaffDoor(database, hotels);
    this.createHotel = new CreateHotel(database, clock, hotels, staff);
    this.findHotels = new FindHotels(database, hotels);
    this.registerStaff = new RegisterStaffMember(database, door, staff, this.accounts, clock);
    this.changeStaff = new ChangeStaffMember(database, door, staff, clock);
    this.findStaff = new FindStaff(database, door, staff);
    this.findAudit = new FindHotelAudit(door, new AuditLog(database));
    this.handOver = new HandOverHotel(database, door, staff, hotels, new OfferRoomTypes(new RoomStore()));
    this.registerGuest = new RegisterGuest(database, door, guests, clock);
    this.changeGuest = new ChangeGuest(database, door, guests, clock);
    this.mergeGuests = new MergeGuests(database, door, guests);
    this.findGuests = new FindGuests(database, door, guests);
    this.knowAccount = new KnowAccount(database, staff, guests);
  }

  static async open(): Promise<HotelDesk> {
    return new HotelDesk(await startServiceDatabase({ service: 'hotel-management', entities: [], migrations: MIGRATIONS }));
  }

  /** Somebody signed in; auth knows them. */
  somebody(emailVerified = true): MessageContext {
    const context = aContextOf(anActor());
    this.accounts.all.push({ id: context.actor!.userId, email: `${newId()}@hotel.example`, emailVerified });
    return context;
  }

  hotelOf(owner: MessageContext): Promise<HotelView> {
    return this.createHotel.execute({ name: 'Hotel Astoria', city: 'Riga', timeZone: 'Europe/Riga', location: { lat: 56.95, lng: 24.1 }, currency: 'EUR' }, owner);
  }

  /** A table as a dump has it. */
  async dump(table: string): Promise<string> {
    return JSON.stringify(await this.postgres.database.query(`SELECT row::text FROM ${table} AS row`));
  }

  stop(): Promise<void> {
    return this.postgres.stop();
  }
}

/** Whose account it is. */
export function idOf({ actor }: MessageContext): string {
  return actor!.userId;
}

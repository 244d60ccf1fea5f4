import { NoRoomNamed, RoomNotOffered, type RoomWish, StayIsPast, StayTooShort } from '@bookable/contracts-hotel-management';
import { DomainError, NotFound } from '@bookable/kernel';
import type { Transaction } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import type { StayTerms } from '../../domain/reservation';
import { nightAmount } from '../../domain/room-type';
import { type StayDays, hasGoneBy, stayTimes } from '../../domain/stay-time';
import type { HotelRow } from '../../persistence/hotel.store';
import { RoomStore, type RoomTypeRow } from '../../persistence/room.store';

/** Understands what kind of stay somebody wishes: each way of having it, the dearest wishes first. */
@Injectable()
export class WishedStay {
  constructor(private readonly rooms: RoomStore) {}

  async waysOf(tx: Transaction, hotel: HotelRow, wish: RoomWish, days: StayDays): Promise<StayTerms[]> {
    const times = timesOf(hotel, days);
    if (wish.roomId !== undefined) return [{ ...times, ...(await this.thisRoom(tx, hotel, wish.roomId)) }];
    const types = await this.typesLike(tx, hotel, wish);
    return types.map(({ id }) => ({ ...times, roomTypeId: id, pinnedRoomId: null }));
  }

  /** The same room, or kind of room, for other days. */
  sameRoom(hotel: HotelRow, { roomTypeId, pinnedRoomId }: Pick<StayTerms, 'roomTypeId' | 'pinnedRoomId'>, days: StayDays): StayTerms {
    return { ...timesOf(hotel, days), roomTypeId, pinnedRoomId };
  }

  private async thisRoom(tx: Transaction, hotel: HotelRow, roomId: string): Promise<Pick<StayTerms, 'roomTypeId' | 'pinnedRoomId'>> {
    const room = await this.rooms.find(tx, hotel.id, roomId);
    if (!room) throw new DomainError(NotFound, 'There is no such room.');
    if (priceOf(room, hotel) === undefined) throw new DomainError(RoomNotOffered);
    return { roomTypeId: room.roomTypeId, pinnedRoomId: roomId };
  }

  /** The types that would do: fewer beds first, and without a minibar unless one was wished for. */
  private async typesLike(tx: Transaction, hotel: HotelRow, { category, beds, minibar }: RoomWish): Promise<RoomTypeRow[]> {
    if (category === undefined) throw new DomainError(NoRoomNamed);
    const suits = (type: RoomTypeRow): boolean =>
      type.rooms > 0 && type.category === category && (beds === undefined || type.beds === beds) && (minibar === undefined || type.minibar === minibar);
    const alike = (await this.rooms.typesOf(tx, hotel.id)).filter(suits);
    if (alike.length === 0) throw new DomainError(NotFound, 'There are no such rooms here.');
    const offered = alike.filter((type) => priceOf(type, hotel) !== undefined);
    if (offered.length === 0) throw new DomainError(RoomNotOffered);
    return offered.sort((one, other) => one.beds - other.beds || Number(one.minibar) - Number(other.minibar));
  }
}

function timesOf(hotel: HotelRow, days: StayDays): Omit<StayTerms, 'roomTypeId' | 'pinnedRoomId'> {
  const times = stayTimes(hotel, days);
  if (!times) throw new DomainError(StayTooShort, undefined, { errors: [{ path: 'to', message: 'must come after from' }] });
  return { ...days, ...times };
}

/** Nobody arrives on a day that is over. */
export function unlessGoneBy(from: string, { timeZone }: Pick<HotelRow, 'timeZone'>, now: Date): void {
  if (hasGoneBy(from, now.getTime(), timeZone)) throw new DomainError(StayIsPast);
}

function priceOf(kind: Parameters<typeof nightAmount>[0], { baseRates: base, minibarAmount: minibar }: HotelRow): number | undefined {
  return nightAmount(kind, { base, minibar });
}

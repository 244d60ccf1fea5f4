import type { PreviewRatesRequest, RateCalendarRequest, RateCalendarView, RatePreviewView, RatedRoomTypeView } from '@bookable/contracts-hotel-management';
import { DomainError, Malformed, daysBetween, daysOf } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { type NightRate, nightRates } from '../domain/rate-calendar';
import { RoomStore, type RoomTypeRow } from '../persistence/room.store';
import { presentRates } from './present-hotel';
import { unlessRatesContradict } from './set-rates';
import { StaffDoor } from './staff-door';

const MOST_DAYS = 366;

/** Shows what every night costs, and what it would under other rates (E2, E13). */
@Injectable()
export class ShowRates {
  constructor(
    private readonly database: Database,
    private readonly door: StaffDoor,
    private readonly rooms: RoomStore,
  ) {}

  async calendar({ hotelId, from, to }: RateCalendarRequest, context: MessageContext): Promise<RateCalendarView> {
    const hotel = await this.door.read(hotelId, 'price nights', context);
    const days = daysUnlessTooMany(from, to);
    const roomTypes = (await this.typesWithRooms(hotelId)).map((type) => {
      const rateOn = nightRates(type, presentRates(hotel), hotel.currency);
      return { ...presentType(type), days: rateOn ? days.map((date) => ({ date, ...rateOn(date) })) : [] };
    });
    return { from, to, currency: hotel.currency, roomTypes };
  }

  async preview({ hotelId, from, to, ...proposed }: PreviewRatesRequest, context: MessageContext): Promise<RatePreviewView> {
    unlessRatesContradict(proposed);
    const hotel = await this.door.read(hotelId, 'price nights', context);
    const days = daysUnlessTooMany(from, to);
    const roomTypes = (await this.typesWithRooms(hotelId)).map((type) => {
      const [presentOn, proposedOn] = [presentRates(hotel), proposed].map((rates) => nightRates(type, rates, hotel.currency));
      return { ...presentType(type), days: days.map((date) => ({ date, ...compared(presentOn?.(date), proposedOn?.(date)) })) };
    });
    return { from, to, currency: hotel.currency, roomTypes };
  }

  private async typesWithRooms(hotelId: string): Promise<RoomTypeRow[]> {
    return (await this.rooms.typesOf(this.database, hotelId)).filter(({ rooms }) => rooms > 0);
  }
}

function compared(present: NightRate | undefined, proposed: NightRate | undefined): { present?: NightRate; proposed?: NightRate; change?: number } {
  return { ...(present && { present }), ...(proposed && { proposed }), ...(present && proposed && { change: proposed.amount - present.amount }) };
}

function presentType({ id: roomTypeId, category, beds, minibar, rooms }: RoomTypeRow): RatedRoomTypeView {
  return { roomTypeId, category, beds, minibar, rooms };
}

function daysUnlessTooMany(from: string, to: string): string[] {
  const count = daysBetween(from, to);
  const message = count < 1 ? 'must come after from' : `must be ${MOST_DAYS} days after from at most`;
  if (count < 1 || count > MOST_DAYS) throw new DomainError(Malformed, undefined, { errors: [{ path: 'to', message }] });
  return daysOf(from, to);
}

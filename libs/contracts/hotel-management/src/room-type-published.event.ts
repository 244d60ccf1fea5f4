import { defineEvent } from '@bookable/kernel';
import { IsCurrency, IsId, IsText, IsTimeOfDay, IsTimeZoneName, MayBeLeftOut, PriceRuleView } from '@bookable/wire';
import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsIn, IsInt, IsLatitude, IsLongitude, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { ROOM_CATEGORIES, type RoomCategory } from './room.view';

/** A hotel's rooms of one category, bed count and minibar: sold as one listing whose capacity is their number. */
export class RoomTypeFacts {
  /** Also the id of the listing and of its resource. */
  @IsId()
  id: string;

  @IsId()
  hotelId: string;

  @IsText(1, 200)
  hotelName: string;

  @IsId()
  ownerId: string;

  @IsIn(ROOM_CATEGORIES)
  category: RoomCategory;

  @IsInt() @Min(1)
  beds: number;

  @IsBoolean()
  minibar: boolean;

  /** How many rooms are of this type. */
  @IsInt() @Min(0)
  rooms: number;

  @IsText(1, 100)
  city: string;

  @IsOptional() @IsText(1, 300)
  address?: string;

  @IsLatitude()
  lat: number;

  @IsLongitude()
  lng: number;

  @IsTimeZoneName()
  timeZone: string;

  @IsTimeOfDay()
  checkIn: string;

  @IsTimeOfDay()
  checkOut: string;

  /** How long a room is cleaned after a stay: the next guest cannot have it before. */
  @MayBeLeftOut() @IsInt() @Min(0) @Max(720)
  cleaningMinutes?: number;

  /** The price of a night in minor units. */
  @IsInt() @Min(0)
  amount: number;

  @IsCurrency()
  currency: string;

  /** What a night costs in seasons, on some days and weekdays. */
  @MayBeLeftOut() @IsArray() @ValidateNested({ each: true }) @Type(() => PriceRuleView)
  rules?: readonly PriceRuleView[];

  @IsInt()
  version: number;
}

const aggregateId = (facts: RoomTypeFacts) => facts.id;

/** A room type is offered as these facts say. */
export const RoomTypePublished = defineEvent<RoomTypeFacts>({ topic: 'hotel-management.room-type.published', payload: RoomTypeFacts, aggregateId });

/** A room type has no rooms or no rate any more. */
export const RoomTypeRetired = defineEvent<RoomTypeFacts>({ topic: 'hotel-management.room-type.retired', payload: RoomTypeFacts, aggregateId });

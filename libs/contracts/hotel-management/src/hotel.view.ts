import { IsCurrency, IsId, IsInstant, IsText, IsTimeOfDay, IsTimeZoneName } from '@bookable/wire';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsNumber, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { STAFF_ROLES, type StaffRole } from './staff-member.view';

export class HotelLocation {
  @IsOptional() @IsText(1, 300)
  address?: string;

  @IsNumber() @Min(-90) @Max(90)
  lat: number;

  @IsNumber() @Min(-180) @Max(180)
  lng: number;
}

/** What an owner says of a hotel; days and times are in its own time zone. */
export class HotelTerms {
  @IsText(1, 200)
  name: string;

  @IsText(1, 100)
  city: string;

  @IsTimeZoneName()
  timeZone: string;

  @ValidateNested() @Type(() => HotelLocation)
  location: HotelLocation;

  @IsCurrency()
  currency: string;

  /** 14:00 unless told (E10). */
  @IsOptional() @IsTimeOfDay()
  checkIn?: string = '14:00';

  /** 12:00 unless told (E10). */
  @IsOptional() @IsTimeOfDay()
  checkOut?: string = '12:00';

  /** How long a room is cleaned after a stay, in minutes: the next guest cannot have it before. 0 unless told. */
  @IsOptional() @IsInt() @Min(0) @Max(720)
  cleaningMinutes?: number = 0;
}

export class HotelView extends HotelTerms {
  @IsId()
  id: string;

  @IsId()
  ownerId: string;

  @IsInstant()
  createdAt: string;

  /** What the caller is in the hotel; in lists of one's own only. */
  @IsOptional() @IsIn(STAFF_ROLES)
  role?: StaffRole;
}

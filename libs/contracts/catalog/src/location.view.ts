import { IsText } from '@bookable/wire';
import { IsNumber, IsOptional, Max, Min } from 'class-validator';

/** Where a listing is; latitude and longitude in degrees (WGS 84). */
export class LocationView {
  @IsOptional() @IsText(1, 300)
  address?: string;

  @IsText(1, 100)
  city: string;

  @IsOptional() @IsText(1, 100)
  district?: string;

  @IsNumber({ allowNaN: false, allowInfinity: false }) @Min(-90) @Max(90)
  lat: number;

  @IsNumber({ allowNaN: false, allowInfinity: false }) @Min(-180) @Max(180)
  lng: number;
}

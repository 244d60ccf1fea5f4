import { IsId } from '@bookable/wire';
import { IsBoolean, IsIn, IsInt, Max, Min } from 'class-validator';

/** The classes of comfort a hotel sells. */
export const ROOM_CATEGORIES = ['economy', 'standard', 'luxury'] as const;
export type RoomCategory = (typeof ROOM_CATEGORIES)[number];

/** A room type of a hotel; the capacity of the listing is the number of such rooms. */
export class RoomDetailsView {
  @IsId()
  hotelId: string;

  @IsIn(ROOM_CATEGORIES)
  category: RoomCategory;

  @IsInt() @Min(1) @Max(50)
  beds: number;

  @IsBoolean()
  minibar: boolean;

  @IsInt() @Min(0) @Max(10_000)
  rooms: number;
}

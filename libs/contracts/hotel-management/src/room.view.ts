import { IsId, IsText } from '@bookable/wire';
import { IsBoolean, IsIn, IsInt, Max, Min } from 'class-validator';

export const ROOM_CATEGORIES = ['economy', 'standard', 'luxury'] as const;
export type RoomCategory = (typeof ROOM_CATEGORIES)[number];

/** What an owner says of a room (E1). */
export class RoomTerms {
  /** Unique in its hotel, as it stands on the door. */
  @IsText(1, 20)
  number: string;

  @IsInt() @Min(-10) @Max(200)
  floor: number;

  @IsIn(ROOM_CATEGORIES)
  category: RoomCategory;

  @IsInt() @Min(1) @Max(20)
  beds: number;

  @IsBoolean()
  minibar: boolean;
}

export class RoomView extends RoomTerms {
  @IsId()
  id: string;

  @IsId()
  hotelId: string;
}

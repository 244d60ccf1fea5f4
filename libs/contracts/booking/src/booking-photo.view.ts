import { IsId, IsInstant } from '@bookable/wire';
import { IsIn, IsString } from 'class-validator';

/** When a photo of the thing's state was taken. */
export const PHOTO_STAGES = ['handover', 'return'] as const;
/** One of the stages. */
export type PhotoStage = (typeof PHOTO_STAGES)[number];

/** A photo of the state of a rented thing; only the parties can find it. */
export class BookingPhotoView {
  @IsId()
  id: string;

  @IsIn(PHOTO_STAGES)
  stage: PhotoStage;

  /** Who took it. */
  @IsId()
  takenBy: string;

  @IsString()
  smallUrl: string;

  @IsString()
  mediumUrl: string;

  @IsString()
  largeUrl: string;

  @IsInstant()
  createdAt: string;
}

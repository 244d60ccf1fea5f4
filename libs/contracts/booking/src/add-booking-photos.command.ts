import { defineCommand, defineProblem } from '@bookable/kernel';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsString, Matches } from 'class-validator';
import { WrongStatus } from './booking.errors';
import { BookingPhotoView, PHOTO_STAGES, type PhotoStage } from './booking-photo.view';
import { GetBookingRequest } from './get-booking.query';

/** A booking keeps up to 20 photos of each stage. */
export const TooManyPhotos = defineProblem('too-many-photos', 'rule-broken', 'There are too many photos already.');

/** Which booking, which stage, and where the uploads lie. */
export class AddBookingPhotosRequest extends GetBookingRequest {
  @IsIn(PHOTO_STAGES)
  stage: PhotoStage;

  /** Storage keys of the uploads, under `incoming/`. */
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(10) @IsString({ each: true }) @Matches(/^incoming\/[A-Za-z0-9._-]{1,100}$/, { each: true })
  keys: string[];
}

/** Adds photos of the thing's state at hand-over or return; either party may. */
export const AddBookingPhotos = defineCommand<AddBookingPhotosRequest, BookingPhotoView[]>({
  topic: 'booking.add-booking-photos',
  request: AddBookingPhotosRequest,
  reply: BookingPhotoView,
  answers: 'list',
  problems: [WrongStatus, TooManyPhotos],
});

import { IsId } from '@bookable/wire';
import { Type } from 'class-transformer';
import { IsInt, IsString, ValidateNested } from 'class-validator';

/** Where the three sizes of a photo are served. */
export class PhotoUrlsView {
  @IsString()
  small: string;

  @IsString()
  medium: string;

  @IsString()
  large: string;
}

/** One photo of a listing; width and height are those of the large size, in pixels. */
export class PhotoView {
  @IsId()
  id: string;

  @ValidateNested() @Type(() => PhotoUrlsView)
  urls: PhotoUrlsView;

  @IsInt()
  width: number;

  @IsInt()
  height: number;
}

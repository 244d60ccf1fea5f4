import { IsInstant } from '@bookable/wire';
import { IsOptional, IsString } from 'class-validator';

/** A short link as its owner sees it. */
export class LinkView {
  @IsString()
  code: string;

  /** What to hand out: the public address of the platform followed by `/s/` and the code. */
  @IsString()
  shortUrl: string;

  /** Where the link leads, in the one spelling browsers give it. */
  @IsString()
  url: string;

  /** When the link stops working; null where it never does. */
  @IsOptional() @IsInstant()
  expiresAt: string | null;
}

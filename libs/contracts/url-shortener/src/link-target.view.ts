import { IsInstant } from '@bookable/wire';
import { IsOptional, IsString } from 'class-validator';

/** Where a code leads, and until when that may be remembered. */
export class LinkTargetView {
  @IsString()
  url: string;

  /** Null where the link never expires. */
  @IsOptional() @IsInstant()
  expiresAt: string | null;
}

import { IsId } from '@bookable/wire';
import { IsOptional, IsString } from 'class-validator';

/** Who offers a listing, as everybody may see it. */
export class HostView {
  @IsId()
  id: string;

  /** Null for the moment between an owner's first listing and the news of their name. */
  @IsOptional() @IsString()
  name: string | null;

  @IsOptional() @IsString()
  avatarUrl: string | null;
}

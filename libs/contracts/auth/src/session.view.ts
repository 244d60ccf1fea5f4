import { IsId, IsInstant } from '@bookable/wire';
import { IsBoolean, IsIP, IsOptional, IsString } from 'class-validator';

/** A place where somebody is signed in. */
export class SessionView {
  @IsId()
  id: string;

  @IsInstant()
  createdAt: string;

  @IsInstant()
  lastUsedAt: string;

  @IsInstant()
  expiresAt: string;

  /** Whether it is the session that asks. */
  @IsBoolean()
  current: boolean;

  @IsOptional() @IsString()
  userAgent?: string;

  @IsOptional() @IsIP()
  clientAddress?: string;
}

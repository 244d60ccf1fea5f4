import { IsIP, IsOptional, IsString, MaxLength } from 'class-validator';

/** Where a call comes from. Filled in by the gateway from the connection, never taken from a body. */
export class CallerOrigin {
  @IsOptional() @IsIP()
  clientAddress?: string;

  @IsOptional() @IsString() @MaxLength(512)
  userAgent?: string;
}

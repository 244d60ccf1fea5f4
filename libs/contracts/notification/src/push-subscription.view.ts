import { IsId, IsInstant } from '@bookable/wire';
import { Type } from 'class-transformer';
import { IsBoolean, IsOptional, IsString, ValidateNested } from 'class-validator';

/** A browser that pushes go to. */
export class PushSubscriptionView {
  @IsId()
  id: string;

  @IsInstant()
  createdAt: string;
}

/** How pushes reach the caller. */
export class PushChannelView {
  /** Whether this installation pushes at all. */
  @IsBoolean()
  isOn: boolean;

  /** The `applicationServerKey` that a browser subscribes with (RFC 8292); null where nobody pushes. */
  @IsOptional() @IsString()
  publicKey: string | null;

  @ValidateNested({ each: true }) @Type(() => PushSubscriptionView)
  subscriptions: PushSubscriptionView[];
}

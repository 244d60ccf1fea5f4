import { IsId, IsInstant } from '@bookable/wire';
import { IsIn, IsString } from 'class-validator';

/** Why nobody is mailed at an address: what was sent came back, or its reader called it spam. */
export const DEAD_ADDRESS_KINDS = ['bounced', 'complained'] as const;
/** One of them. */
export type DeadAddressKind = (typeof DEAD_ADDRESS_KINDS)[number];

/** An address that is not mailed any more. */
export class DeadAddressView {
  @IsId()
  id: string;

  @IsString()
  address: string;

  @IsIn(DEAD_ADDRESS_KINDS)
  kind: DeadAddressKind;

  /** What the provider said of it. */
  @IsString()
  reason: string;

  /** Since when. */
  @IsInstant()
  since: string;
}

import { Forbidden, NotFound, type Page, defineCommand, defineQuery } from '@bookable/kernel';
import { IsId, PageRequest } from '@bookable/wire';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { DeadAddressView } from './dead-address.view';

/** Which dead addresses: one, or all. */
export class FindDeadAddressesRequest extends PageRequest {
  @IsOptional() @IsString() @MaxLength(320)
  address?: string;
}

/** Which of them. */
export class DeadAddressRequest {
  @IsId()
  id: string;
}

/** The addresses that are not mailed any more, newest first; for administrators. */
export const FindDeadAddresses = defineQuery<FindDeadAddressesRequest, Page<DeadAddressView>>({
  topic: 'notification.find-dead-addresses',
  request: FindDeadAddressesRequest,
  reply: DeadAddressView,
  answers: 'page',
  problems: [Forbidden],
});

/** Has an address mailed again; what was said of it before does not count any more. For administrators. */
export const ReviveAddress = defineCommand<DeadAddressRequest>({
  topic: 'notification.revive-address',
  request: DeadAddressRequest,
  problems: [Forbidden, NotFound],
});

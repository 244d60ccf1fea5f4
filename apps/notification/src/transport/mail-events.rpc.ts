import { DeadAddressRequest, type DeadAddressView, FindDeadAddresses, FindDeadAddressesRequest, ReviveAddress, TakeMailEvents, TakeMailEventsRequest } from '@bookable/contracts-notification';
import type { Page } from '@bookable/kernel';
import { Handles, type MessageContext } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { DeadAddresses } from '../application/deliveries/dead-addresses';
import { TakeMailEvents as TakeMailEventsCase } from '../application/deliveries/take-mail-events';

/** What the provider tells of mails, and what came of it. */
@Controller()
export class MailEventsRpc {
  constructor(
    private readonly takeMailEvents: TakeMailEventsCase,
    private readonly deadAddresses: DeadAddresses,
  ) {}

  @Handles(TakeMailEvents)
  take(request: TakeMailEventsRequest): Promise<void> {
    return this.takeMailEvents.execute(request);
  }

  @Handles(FindDeadAddresses)
  find(request: FindDeadAddressesRequest, context: MessageContext): Promise<Page<DeadAddressView>> {
    return this.deadAddresses.find(request, context);
  }

  @Handles(ReviveAddress)
  revive(request: DeadAddressRequest, context: MessageContext): Promise<void> {
    return this.deadAddresses.revive(request, context);
  }
}

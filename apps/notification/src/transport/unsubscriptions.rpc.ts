import { GetUnsubscription, Unsubscribe, UnsubscriptionRequest, type UnsubscriptionView } from '@bookable/contracts-notification';
import { Handles } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { Unsubscribe as UnsubscribeCase } from '../application/unsubscribe';

/** Mails that are declined by the link in them. */
@Controller()
export class UnsubscriptionsRpc {
  constructor(private readonly unsubscribe: UnsubscribeCase) {}

  @Handles(GetUnsubscription)
  look(request: UnsubscriptionRequest): Promise<UnsubscriptionView> {
    return this.unsubscribe.look(request);
  }

  @Handles(Unsubscribe)
  decline(request: UnsubscriptionRequest): Promise<UnsubscriptionView> {
    return this.unsubscribe.execute(request);
  }
}

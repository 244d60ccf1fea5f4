import { NotFound, defineCommand, defineQuery } from '@bookable/kernel';
import { UnsubscriptionRequest, UnsubscriptionView } from './unsubscription.view';

/** Says what a token would decline, and changes nothing: mail scanners follow links too. */
export const GetUnsubscription = defineQuery<UnsubscriptionRequest, UnsubscriptionView>({
  topic: 'notification.get-unsubscription',
  request: UnsubscriptionRequest,
  reply: UnsubscriptionView,
  problems: [NotFound],
});

/** Declines mails of one type for the person a token was made for, those included that wait to be sent. Twice is once. */
export const Unsubscribe = defineCommand<UnsubscriptionRequest, UnsubscriptionView>({
  topic: 'notification.unsubscribe',
  request: UnsubscriptionRequest,
  reply: UnsubscriptionView,
  problems: [NotFound],
});

import { Forbidden, type Page, defineQuery } from '@bookable/kernel';
import { BackgroundWorkView } from './background-work.view';
import { ServiceRequest } from './in-service';

/** Nothing is to be said: all services are looked at. */
export class FindBackgroundWorkRequest {}

/** What every service does in the background; for administrators. A service that does not answer is told as `away`. */
export const FindBackgroundWork = defineQuery<FindBackgroundWorkRequest, Page<BackgroundWorkView>>({
  topic: 'operations.find-background-work',
  request: FindBackgroundWorkRequest,
  reply: BackgroundWorkView,
  answers: 'page',
  problems: [Forbidden],
});

/** What one service does in the background; for administrators. */
export const GetBackgroundWork = defineQuery<ServiceRequest, BackgroundWorkView>({
  topic: 'operations.get-background-work',
  request: ServiceRequest,
  reply: BackgroundWorkView,
  problems: [Forbidden],
});

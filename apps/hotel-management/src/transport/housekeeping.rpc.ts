import {
  type CleaningRequest, FindHousekeeping, type FindHousekeepingRequest, FinishCleaning, RequestCleaning, type RequestCleaningRequest, TakeCleaning,
} from '@bookable/contracts-hotel-management';
import { Handles, type MessageContext } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { KeepHouse } from '../application/housekeeping/keep-house';

/** Which rooms are to be cleaned. */
@Controller()
export class HousekeepingRpc {
  constructor(private readonly keepHouse: KeepHouse) {}

  /** `hotel-management.find-housekeeping` */
  @Handles(FindHousekeeping)
  list(request: FindHousekeepingRequest, context: MessageContext) {
    return this.keepHouse.list(request, context);
  }

  /** `hotel-management.request-cleaning` */
  @Handles(RequestCleaning)
  request(request: RequestCleaningRequest, context: MessageContext) {
    return this.keepHouse.request(request, context);
  }

  /** `hotel-management.take-cleaning` */
  @Handles(TakeCleaning)
  take(request: CleaningRequest, context: MessageContext) {
    return this.keepHouse.take(request, context);
  }

  /** `hotel-management.finish-cleaning` */
  @Handles(FinishCleaning)
  finish(request: CleaningRequest, context: MessageContext) {
    return this.keepHouse.finish(request, context);
  }
}

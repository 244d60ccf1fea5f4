import {
  type CleaningRequest, FindCleanings as FindCleaningsContract, type FindCleaningsRequest, FindHousekeeping, type FindHousekeepingRequest, FinishCleaning, RequestCleaning, type RequestCleaningRequest, TakeCleaning,
} from '@bookable/contracts-hotel-management';
import { Handles, type MessageContext } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { FindCleanings } from '../application/housekeeping/find-cleanings';
import { KeepHouse } from '../application/housekeeping/keep-house';

/** Which rooms are to be cleaned. */
@Controller()
export class HousekeepingRpc {
  constructor(
    private readonly keepHouse: KeepHouse,
    private readonly findCleanings: FindCleanings,
  ) {}

  /** `hotel-management.find-housekeeping` */
  @Handles(FindHousekeeping)
  list(request: FindHousekeepingRequest, context: MessageContext) {
    return this.keepHouse.list(request, context);
  }

  /** `hotel-management.find-cleanings` */
  @Handles(FindCleaningsContract)
  history(request: FindCleaningsRequest, context: MessageContext) {
    return this.findCleanings.page(request, context);
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

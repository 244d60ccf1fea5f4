import {
  FindLine, type FindLineRequest, type LineEntryRequest, PutInLine as PutInLineContract, type PutInLineRequest, TakeForGuest as TakeForGuestContract, TakeOutOfLine,
} from '@bookable/contracts-hotel-management';
import { Handles, type MessageContext } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { KeepLine } from '../application/line/keep-line';
import { PutInLine } from '../application/line/put-in-line';
import { TakeForGuest } from '../application/line/take-for-guest';

/** Guests whom the desk puts in line for a room. */
@Controller()
export class LinesRpc {
  constructor(
    private readonly putInLine: PutInLine,
    private readonly line: KeepLine,
    private readonly takeForGuest: TakeForGuest,
  ) {}

  /** `hotel-management.put-in-line` */
  @Handles(PutInLineContract)
  put(request: PutInLineRequest, context: MessageContext) {
    return this.putInLine.execute(request, context);
  }

  /** `hotel-management.find-line` */
  @Handles(FindLine)
  page(request: FindLineRequest, context: MessageContext) {
    return this.line.page(request, context);
  }

  /** `hotel-management.take-out-of-line` */
  @Handles(TakeOutOfLine)
  takeOut(request: LineEntryRequest, context: MessageContext) {
    return this.line.takeOut(request, context);
  }

  /** `hotel-management.take-for-guest` */
  @Handles(TakeForGuestContract)
  take(request: LineEntryRequest, context: MessageContext) {
    return this.takeForGuest.execute(request, context);
  }
}

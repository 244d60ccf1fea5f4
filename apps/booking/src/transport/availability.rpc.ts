import { Controller } from '@nestjs/common';
import {
  ChangeAvailability, type ChangeAvailabilityRequest, CloseResource, type CloseResourceRequest, FindBlocks, type FindBlocksRequest, GetAvailability, type GetAvailabilityRequest,
} from '@bookable/contracts-booking';
import { Handles, type MessageContext } from '@bookable/platform-bus';
import { ChangeAvailability as ChangeAvailabilityCase } from '../application/change-availability';
import { CloseResource as CloseResourceCase } from '../application/close-resource';
import { FindBlocks as FindBlocksCase } from '../application/find-blocks';
import { GetAvailability as GetAvailabilityCase } from '../application/get-availability';

/** What is left of a resource, and what its owner closes. */
@Controller()
export class AvailabilityRpc {
  constructor(
    private readonly getAvailability: GetAvailabilityCase,
    private readonly changeAvailability: ChangeAvailabilityCase,
    private readonly findBlocks: FindBlocksCase,
    private readonly closeResource: CloseResourceCase,
  ) {}

  /** `booking.get-availability` */
  @Handles(GetAvailability)
  get(request: GetAvailabilityRequest, context: MessageContext) {
    return this.getAvailability.execute(request, context);
  }

  /** `booking.change-availability` */
  @Handles(ChangeAvailability)
  change(request: ChangeAvailabilityRequest, context: MessageContext) {
    return this.changeAvailability.execute(request, context);
  }

  /** `booking.find-blocks` */
  @Handles(FindBlocks)
  blocks(request: FindBlocksRequest, context: MessageContext) {
    return this.findBlocks.execute(request, context);
  }

  /** `booking.close-resource` */
  @Handles(CloseResource)
  close(request: CloseResourceRequest, context: MessageContext) {
    return this.closeResource.execute(request, context);
  }
}

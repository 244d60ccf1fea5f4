import { type RoomTypeFacts, RoomTypePublished, RoomTypeRetired } from '@bookable/contracts-hotel-management';
import { Consumes, type MessageContext } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { OfferRooms } from '../application/offer-rooms';

@Controller()
export class RoomTypePublishedConsumer {
  constructor(private readonly offerRooms: OfferRooms) {}

  @Consumes(RoomTypePublished)
  published(facts: RoomTypeFacts, context: MessageContext) {
    return this.offerRooms.publish(facts, context);
  }

  @Consumes(RoomTypeRetired)
  retired(facts: RoomTypeFacts, context: MessageContext) {
    return this.offerRooms.retire(facts, context);
  }
}

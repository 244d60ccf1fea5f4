import { CleaningDone, type CleaningNoticeFacts, CleaningRequested, DepartureDue, type LineNoticeFacts, RoomHeld, type RoomNoticeFacts, type StayNoticeFacts, StayOverdue } from '@bookable/contracts-hotel-management';
import { BusModule, Consumes } from '@bookable/platform-bus';
import type { ServiceDefinition } from '@bookable/platform-runtime';
import { Controller } from '@nestjs/common';

/** What the staff of a hotel was told, as `kind room`, with whom it was told to. */
export interface HeardNotice extends RoomNoticeFacts {
  readonly what: string;
}

/** Everything that was told, in the order it came. */
export const heard: HeardNotice[] = [];

/** What the desk was told of its line. */
export const heldRooms: LineNoticeFacts[] = [];

const hear = (kind: string, facts: RoomNoticeFacts): void => void heard.push({ ...facts, what: `${kind} ${facts.roomNumber}` });

@Controller()
class ListeningConsumer {
  @Consumes(DepartureDue)
  async departure(facts: StayNoticeFacts): Promise<void> {
    hear('departure', facts);
  }

  @Consumes(StayOverdue)
  async overdue(facts: StayNoticeFacts): Promise<void> {
    hear('overdue', facts);
  }

  @Consumes(CleaningRequested)
  async cleaning(facts: CleaningNoticeFacts): Promise<void> {
    hear(facts.cause, facts);
  }

  @Consumes(CleaningDone)
  async clean(facts: CleaningNoticeFacts): Promise<void> {
    hear('clean', facts);
  }

  @Consumes(RoomHeld)
  async held(facts: LineNoticeFacts): Promise<void> {
    heldRooms.push(facts);
  }
}

class ListeningModule {}

/** Another service in the place of notification. */
export const listeningService: ServiceDefinition = {
  name: 'notification',
  module: (_env, { bus }) => ({ module: ListeningModule, imports: [BusModule.register(bus)], controllers: [ListeningConsumer] }),
};

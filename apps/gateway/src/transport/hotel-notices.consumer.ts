import { CleaningDone, type CleaningNoticeFacts, CleaningRequested, DepartureDue, type HotelNoticeFacts, type LineNoticeFacts, RoomHeld, type StayNoticeFacts, StayOverdue } from '@bookable/contracts-hotel-management';
import { ConsumesOnEveryReplica } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { Sockets } from '../realtime/sockets';

type HotelEvent = 'departure-due' | 'stay-overdue' | 'cleaning-due' | 'cleaning-done' | 'room-held';

/**
 * Pushes what happens in a hotel to those whose business it is there. Each fact names them as they are at that moment, so
 * nobody has to be put out of anything who works there no longer.
 */
@Controller()
export class HotelNoticesConsumer {
  constructor(private readonly sockets: Sockets) {}

  @ConsumesOnEveryReplica(DepartureDue)
  async pushDeparture(facts: StayNoticeFacts): Promise<void> {
    this.push('departure-due', facts);
  }

  @ConsumesOnEveryReplica(StayOverdue)
  async pushOverdue(facts: StayNoticeFacts): Promise<void> {
    this.push('stay-overdue', facts);
  }

  @ConsumesOnEveryReplica(CleaningRequested)
  async pushCleaning(facts: CleaningNoticeFacts): Promise<void> {
    this.push('cleaning-due', facts);
  }

  @ConsumesOnEveryReplica(CleaningDone)
  async pushClean(facts: CleaningNoticeFacts): Promise<void> {
    this.push('cleaning-done', facts);
  }

  @ConsumesOnEveryReplica(RoomHeld)
  async pushHeldRoom(facts: LineNoticeFacts): Promise<void> {
    this.push('room-held', facts);
  }

  private push(type: HotelEvent, { readerIds, version: _version, ...said }: HotelNoticeFacts): void {
    for (const userId of readerIds) this.sockets.tellUser(userId, 'hotel:event', { type, ...said });
  }
}

import { SlotTaken, type WithdrawRoomRequest } from '@bookable/contracts-booking';
import { DomainError } from '@bookable/kernel';
import { Database } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { HORIZON_DAYS } from '../domain/stay-rules';
import { WithdrawnRoomStore } from '../persistence/withdrawn-room.store';
import { ResourceStore } from '../persistence/resource.store';
import { FindResource } from './find-resource';
import { ServeWaitlist } from './serve-waitlist';

const DAY_MS = 86_400_000;
/** Nobody can book further ahead than this, wherever on the globe the day of the horizon ends. */
const AHEAD_MS = (HORIZON_DAYS + 2) * DAY_MS;
/** Far longer than the news of a listing takes; after this a hotel that died before it took the room away has its place back. */
const KEPT_MS = 3_600_000;

/** A hotel takes a room away. Its place is decided on here, where rooms are sold, before the hotel says to everybody that it is gone. */
@Injectable()
export class WithdrawRoom {
  constructor(
    private readonly find: FindResource,
    private readonly database: Database,
    private readonly resources: ResourceStore,
    private readonly withdrawn: WithdrawnRoomStore,
    private readonly line: ServeWaitlist,
    private readonly clock: Clock,
  ) {}

  async execute({ roomId, listingId, roomsLeft }: WithdrawRoomRequest): Promise<void> {
    await this.find.roomType(listingId, roomsLeft + 1);
    await this.database.transaction(async (tx) => {
      const [resource] = await this.resources.lock(tx, [listingId]);
      const now = this.clock.now();
      if (resource?.isWaitedFor) await this.line.serve(tx, resource, now);
      const during = { fromMs: now.getTime(), toMs: now.getTime() + AHEAD_MS };
      const isKept = await this.withdrawn.keep(tx, { roomId, resourceId: listingId, roomsLeft, during, until: new Date(now.getTime() + KEPT_MS) }, now);
      if (!isKept) throw new DomainError(SlotTaken, 'Every room of this type is needed.');
    });
  }
}

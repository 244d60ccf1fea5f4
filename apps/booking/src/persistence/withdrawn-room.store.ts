import type { Period } from '@bookable/kernel';
import type { Transaction } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';

/** A room that is being taken away, and how long its place is kept from being sold. */
export interface WithdrawnRoom {
  readonly roomId: string;
  readonly resourceId: string;
  readonly roomsLeft: number;
  readonly during: Period;
  readonly until: Date;
}

/** Keeps the places of rooms that hotels are taking away; the news of the listing lets go of them. */
@Injectable()
export class WithdrawnRoomStore {
  /** Behind the lock of the resource; false where the place is needed at some moment. */
  async keep(tx: Transaction, { roomId, resourceId, roomsLeft, during: { fromMs, toMs }, until }: WithdrawnRoom, now: Date): Promise<boolean> {
    const [row] = await tx.query<{ kept: boolean }>('SELECT withdraw_room($1, $2, $3, tstzrange($4, $5), $6, $7) AS kept', [
      roomId, resourceId, roomsLeft, new Date(fromMs), new Date(toMs), until, now,
    ]);
    return row!.kept;
  }
}

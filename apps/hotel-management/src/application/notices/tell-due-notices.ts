import { CleaningRequested, DepartureDue, StayOverdue } from '@bookable/contracts-hotel-management';
import { Database, type Transaction } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { NOTICE_DUTY, readersIn } from '../../domain/notice';
import { type DueNotice, NoticeStore } from '../../persistence/notice.store';
import { StaffStore } from '../../persistence/staff.store';

const AT_ONCE = 100;

/**
 * Tells the staff what has come due (E10, E12), by any number of replicas. A notice is taken down and told in one transaction,
 * so whoever dies over it has told nothing, and what came due while nobody looked is found all the same.
 */
@Injectable()
export class TellDueNotices {
  constructor(
    private readonly database: Database,
    private readonly notices: NoticeStore,
    private readonly staff: StaffStore,
    private readonly clock: Clock,
  ) {}

  /** Answers how many were told here. */
  execute(): Promise<number> {
    return this.database.transaction(async (tx) => {
      const due = await this.notices.take(tx, this.clock.now(), AT_ONCE);
      if (due.length === 0) return 0;
      const staff = await this.staff.ofHotels(tx, [...new Set(due.map(({ hotelId }) => hotelId))]);
      for (const notice of due) tell(tx, notice, readersIn(notice.hotelId, staff, NOTICE_DUTY[notice.kind]));
      return due.length;
    });
  }
}

function tell(tx: Transaction, { kind, subjectId, endsAt, cause, note, ...same }: DueNotice, readerIds: readonly string[]): void {
  const facts = { ...same, readerIds, version: 1 };
  if (kind === 'cleaning-due') tx.publish(CleaningRequested, { ...facts, cleaningId: subjectId, cause: cause!, ...(note !== null && { note }) });
  else tx.publish(kind === 'departure-due' ? DepartureDue : StayOverdue, { ...facts, reservationId: subjectId, endsAt: endsAt!.toISOString() });
}

import type { CleaningView } from '@bookable/contracts-hotel-management';
import type { CleaningRow } from '../../persistence/cleaning.store';

/** A stored cleaning as readers get it. */
export function presentCleaning({ id, roomId, roomNumber, floor, cause, note, requestedBy, requestedAt, nextArrivalAt, takenBy, takenAt, doneBy, doneAt }: CleaningRow): CleaningView {
  return {
    id, roomId, roomNumber, floor, cause,
    note: note ?? undefined,
    requestedBy: requestedBy ?? undefined,
    requestedAt: requestedAt.toISOString(),
    nextArrivalAt: nextArrivalAt?.toISOString(),
    takenBy: takenBy ?? undefined,
    takenAt: takenAt?.toISOString(),
    doneBy: doneBy ?? undefined,
    doneAt: doneAt?.toISOString(),
  };
}

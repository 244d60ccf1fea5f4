import type { AffectedUserView, AuditEntryView } from '@bookable/contracts-operations';
import { type Page, encodeCursor } from '@bookable/kernel';

/** One page of the entries of several logs, newest first; the ids of entries tell when they were made. */
export function mergeEntries(pages: readonly Page<AuditEntryView>[], limit: number): Page<AuditEntryView> {
  const entries = pages.flatMap(({ items }) => items).sort((one, other) => (one.id < other.id ? 1 : -1));
  return cut(entries, limit, pages, ({ id }) => id);
}

/** One page of the people of several logs, each person once, in the order of their ids. */
export function mergePeople(pages: readonly Page<AffectedUserView>[], limit: number): Page<AffectedUserView> {
  const people = new Map<string, AffectedUserView>();
  for (const person of pages.flatMap(({ items }) => items)) {
    const known = people.get(person.userId);
    people.set(person.userId, known ? together(known, person) : person);
  }
  return cut([...people.values()].sort((one, other) => (one.userId < other.userId ? -1 : 1)), limit, pages, ({ userId }) => userId);
}

/** Whichever log has more has filled its page, so that nothing of it lies before the last row that fits. */
function cut<Row>(rows: readonly Row[], limit: number, pages: readonly Page<unknown>[], idOf: (row: Row) => string): Page<Row> {
  const items = rows.slice(0, limit);
  const hasMore = rows.length > limit || pages.some(({ nextCursor }) => nextCursor !== null);
  const last = items.at(-1);
  return { items, nextCursor: hasMore && last !== undefined ? encodeCursor([idOf(last)]) : null };
}

function together(one: AffectedUserView, other: AffectedUserView): AffectedUserView {
  const [firstAt, lastAt] = [[one.firstAt, other.firstAt].sort()[0]!, [one.lastAt, other.lastAt].sort()[1]!];
  return { userId: one.userId, actions: [...new Set([...one.actions, ...other.actions])].sort(), firstAt, lastAt, times: one.times + other.times };
}

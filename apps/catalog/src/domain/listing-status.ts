export type ListingStatus = 'draft' | 'active' | 'inactive' | 'archived';

/** From each status to those an owner may move a listing to. An archived listing stays archived, because others have let it go. */
const TRANSITIONS: Readonly<Record<ListingStatus, readonly ListingStatus[]>> = {
  draft: ['active', 'inactive', 'archived'],
  active: ['inactive', 'archived'],
  inactive: ['active', 'archived'],
  archived: [],
};

export function statusMayBecome(present: ListingStatus, next: ListingStatus): boolean {
  return present === next || TRANSITIONS[present].includes(next);
}

/** What other services are to hear of a change of status; nothing of a draft, which nobody else has seen. */
export type Announcement = 'published' | 'changed' | 'archived' | 'nothing';

export function announcementOf(before: ListingStatus | undefined, after: ListingStatus): Announcement {
  if (after === 'draft') return 'nothing';
  if (after === 'archived') return before === 'archived' || before === 'draft' ? 'nothing' : 'archived';
  return after === 'active' && before !== 'active' ? 'published' : 'changed';
}

/** Where a booking stands. */
export type Status =
  | 'invited' | 'pending' | 'confirmed' | 'in_progress' | 'completed'
  | 'rejected' | 'declined' | 'cancelled' | 'expired' | 'no_show';

/** What may happen to a booking. */
export type Action = 'request' | 'invite' | 'confirm' | 'reject' | 'cancel' | 'accept' | 'decline' | 'start' | 'complete' | 'expire' | 'no-show';

/** What may happen to the terms of a booking, or to how sure it is, while its status stays as it is. */
export type ChangeAction = 'change' | 'propose-change' | 'accept-change' | 'reject-change' | 'withdraw-change' | 'expire-change' | 'doubt' | 'reconfirm';

/** Who does it: one of the parties, somebody who answers for the owner of an event, or nobody but the clock. */
export type Party = 'renter' | 'owner' | 'moderator' | 'time';

/**
 * What a transition does to the claim: `keep` makes sure that the booking holds its places for good (and takes them
 * where it had none yet, as a request for an event), `release` gives them back.
 */
export type ClaimEffect = 'keep' | 'release';

/** One row of the table: from a status, by an action of a party, to a status. */
export interface Transition {
  readonly from: Status;
  readonly action: Action;
  readonly by: readonly Party[];
  readonly to: Status;
  readonly claim: ClaimEffect;
  /** The last segment of the topic that tells of it. */
  readonly event: string;
}

/** How a booking begins. Instant ones begin agreed. */
export const BEGINNINGS = [
  { action: 'request', by: 'renter', to: 'pending', event: 'requested' },
  { action: 'request', by: 'renter', to: 'confirmed', event: 'confirmed' },
  { action: 'invite', by: 'owner', to: 'invited', event: 'invited' },
  { action: 'invite', by: 'moderator', to: 'invited', event: 'invited' },
] as const;

/** The lifecycle of a booking (domain.md). Service, documentation and tests read this table and nothing else. */
export const TRANSITIONS: readonly Transition[] = [
  { from: 'pending', action: 'confirm', by: ['owner', 'moderator'], to: 'confirmed', claim: 'keep', event: 'confirmed' },
  { from: 'pending', action: 'reject', by: ['owner', 'moderator'], to: 'rejected', claim: 'release', event: 'rejected' },
  { from: 'pending', action: 'cancel', by: ['renter'], to: 'cancelled', claim: 'release', event: 'cancelled' },
  { from: 'pending', action: 'expire', by: ['time'], to: 'expired', claim: 'release', event: 'expired' },
  { from: 'invited', action: 'accept', by: ['renter'], to: 'confirmed', claim: 'keep', event: 'confirmed' },
  { from: 'invited', action: 'decline', by: ['renter'], to: 'declined', claim: 'release', event: 'declined' },
  { from: 'invited', action: 'cancel', by: ['owner'], to: 'cancelled', claim: 'release', event: 'cancelled' },
  { from: 'invited', action: 'expire', by: ['time'], to: 'expired', claim: 'release', event: 'expired' },
  { from: 'confirmed', action: 'cancel', by: ['renter', 'owner'], to: 'cancelled', claim: 'release', event: 'cancelled' },
  { from: 'confirmed', action: 'start', by: ['owner', 'time'], to: 'in_progress', claim: 'keep', event: 'started' },
  { from: 'confirmed', action: 'no-show', by: ['owner'], to: 'no_show', claim: 'release', event: 'no-show' },
  { from: 'in_progress', action: 'complete', by: ['owner', 'time'], to: 'completed', claim: 'release', event: 'completed' },
];

/** One row of the table of changes: in a status, by an action of a party. */
export interface ChangeStep {
  readonly in: Status;
  readonly action: ChangeAction;
  readonly by: readonly Party[];
  readonly event: string;
}

/**
 * How the terms of a booking that has not begun are changed, and how it comes into doubt and out of it: an event is moved
 * onto other plans of its guest, or away from them. Whether a renter's change is made at once or proposed is
 * `renterChangesAtOnce`.
 */
export const CHANGE_STEPS: readonly ChangeStep[] = [
  { in: 'pending', action: 'change', by: ['renter'], event: 'changed' },
  { in: 'pending', action: 'propose-change', by: ['owner'], event: 'change-proposed' },
  { in: 'pending', action: 'accept-change', by: ['renter'], event: 'changed' },
  { in: 'pending', action: 'reject-change', by: ['renter'], event: 'change-rejected' },
  { in: 'pending', action: 'withdraw-change', by: ['owner'], event: 'change-withdrawn' },
  { in: 'pending', action: 'expire-change', by: ['time'], event: 'change-expired' },
  { in: 'confirmed', action: 'change', by: ['renter'], event: 'changed' },
  { in: 'confirmed', action: 'propose-change', by: ['renter', 'owner'], event: 'change-proposed' },
  { in: 'confirmed', action: 'accept-change', by: ['renter', 'owner'], event: 'changed' },
  { in: 'confirmed', action: 'reject-change', by: ['renter', 'owner'], event: 'change-rejected' },
  { in: 'confirmed', action: 'withdraw-change', by: ['renter', 'owner'], event: 'change-withdrawn' },
  { in: 'confirmed', action: 'expire-change', by: ['time'], event: 'change-expired' },
  { in: 'confirmed', action: 'doubt', by: ['time'], event: 'doubted' },
  { in: 'confirmed', action: 'reconfirm', by: ['renter', 'time'], event: 'reconfirmed' },
];

/** Whether a party may ever take this step in the terms, whatever the status. */
export function changeBelongsTo(action: ChangeAction, party: Party): boolean {
  return CHANGE_STEPS.some((step) => step.action === action && step.by.includes(party));
}

/** The row for a change by a party in a status; undefined where the table has none. */
export function changeStepFor(status: Status, action: ChangeAction, party: Party): ChangeStep | undefined {
  return CHANGE_STEPS.find((step) => step.in === status && step.action === action && step.by.includes(party));
}

/** The statuses in which a booking stands over its time: everything but an end. */
export const OPEN_STATUSES: readonly Status[] = ['pending', 'invited', 'confirmed', 'in_progress'];

/** Whoever takes part in an event: has asked, is invited, comes, or was there. */
export const PARTICIPANT_STATUSES: readonly Status[] = [...OPEN_STATUSES, 'completed'];

/** Whether a party may ever take this step, whatever the status. */
export function actionBelongsTo(action: Action, party: Party): boolean {
  return TRANSITIONS.some((transition) => transition.action === action && transition.by.includes(party));
}

/** The row for a step of a party in a status; undefined where the table has none. */
export function transitionFor(status: Status, action: Action, party: Party): Transition | undefined {
  return TRANSITIONS.find((transition) => transition.from === status && transition.action === action && transition.by.includes(party));
}

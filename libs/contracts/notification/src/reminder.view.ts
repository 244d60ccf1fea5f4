import { IsId, IsInstant, IsText } from '@bookable/wire';
import { IsIn } from 'class-validator';

/** How long before something begins its people are reminded. */
export const REMINDER_KINDS = ['day', 'hour'] as const;
/** One of them. */
export type ReminderKind = (typeof REMINDER_KINDS)[number];

/**
 * Where a reminder stands: `planned` to be told, `sent`, `skipped` because it would have come too late to be of use,
 * `dropped` because what it is of is off or has begun, `withdrawn` by an administrator.
 */
export const REMINDER_STATES = ['planned', 'sent', 'skipped', 'dropped', 'withdrawn'] as const;
/** One of them. */
export type ReminderState = (typeof REMINDER_STATES)[number];

/** A reminder as administrators see it; there is one for each booking, kind and person. */
export class ReminderView {
  @IsId()
  id: string;

  @IsId()
  bookingId: string;

  @IsId()
  listingId: string;

  @IsText(1, 200)
  listingTitle: string;

  @IsIn(REMINDER_KINDS)
  kind: ReminderKind;

  /** Who is reminded. */
  @IsId()
  userId: string;

  @IsIn(REMINDER_STATES)
  state: ReminderState;

  /** When it is told. */
  @IsInstant()
  dueAt: string;

  /** When what it is of begins. */
  @IsInstant()
  beginsAt: string;
}

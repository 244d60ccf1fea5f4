import { IsId, IsInstant, IsText } from '@bookable/wire';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString } from 'class-validator';
import { NOTIFICATION_CHANNELS, type NotificationChannel } from './notification-channel';

/**
 * What became of a message to one person over one channel: it is `waiting` for its turn or its next try, or `held` for
 * its reader's digest; was `sent`, or `gathered` into a digest that is a delivery of its own; is `dead` because it was refused
 * or given up, or was `skipped` because nobody was to be reached.
 */
export const DELIVERY_STATUSES = ['waiting', 'held', 'sent', 'gathered', 'dead', 'skipped'] as const;
/** One of them. */
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** A message as administrators see it: to whom and what became of it, and nothing of what it says. */
export class DeliveryView {
  @IsId()
  id: string;

  /** Who is told. */
  @IsId()
  userId: string;

  @IsIn(NOTIFICATION_CHANNELS)
  channel: NotificationChannel;

  /** The words it is written in, such as `booking-confirmed`. */
  @IsText(1, 100)
  template: string;

  /** Where it goes, or went. */
  @IsString()
  address: string;

  @IsIn(DELIVERY_STATUSES)
  status: DeliveryStatus;

  /** How often it was tried in all. */
  @IsInt()
  tries: number;

  /** What the last try that failed was answered. */
  @IsOptional() @IsString()
  reason: string | null;

  /** Whether it is dead, and can be sent all the same: what it says is still kept, and still true. */
  @IsBoolean()
  replayable: boolean;

  @IsInstant()
  createdAt: string;

  /** When it is tried next or gathered, while it waits or is held. */
  @IsOptional() @IsInstant()
  dueAt: string | null;

  /** When it was over; null while it waits or is held. */
  @IsOptional() @IsInstant()
  settledAt: string | null;
}

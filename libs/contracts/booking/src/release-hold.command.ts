import { defineCommand } from '@bookable/kernel';
import { HoldRequest } from './renew-hold.command';

/** Gives back what is held; again, or after the hold has ended, it changes nothing. */
export const ReleaseHold = defineCommand<HoldRequest>({ topic: 'booking.release-hold', request: HoldRequest });

import { Forbidden, NotFound, defineCommand } from '@bookable/kernel';
import { IsId } from '@bookable/wire';
import { NotAFollower, TooManyModerators } from './moderator.errors';

/** Who is, or no longer is, a moderator of which event. */
export class ModeratorRequest {
  @IsId()
  listingId: string;

  @IsId()
  userId: string;
}

/** The host lets a follower invite to an event and answer requests for it, and nothing else. Twice is once. */
export const AppointModerator = defineCommand<ModeratorRequest>({
  topic: 'booking.appoint-moderator',
  request: ModeratorRequest,
  problems: [NotAFollower, TooManyModerators, Forbidden, NotFound],
});

/** The host takes these rights back. Where there were none, nothing changes. */
export const DismissModerator = defineCommand<ModeratorRequest>({
  topic: 'booking.dismiss-moderator',
  request: ModeratorRequest,
  problems: [Forbidden, NotFound],
});

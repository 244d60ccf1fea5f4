import { Forbidden, NotFound, type Page, defineQuery } from '@bookable/kernel';
import { IsId, IsInstant } from '@bookable/wire';

/** Which event. */
export class FindModeratorsRequest {
  @IsId()
  listingId: string;
}

/** Somebody who helps the host of an event. */
export class ModeratorView {
  @IsId()
  userId: string;

  @IsInstant()
  appointedAt: string;
}

/** Who may invite to an event and answer requests for it beside its host, all on one page; for the host and for them. */
export const FindModerators = defineQuery<FindModeratorsRequest, Page<ModeratorView>>({
  topic: 'booking.find-moderators',
  request: FindModeratorsRequest,
  reply: ModeratorView,
  answers: 'page',
  problems: [Forbidden, NotFound],
});

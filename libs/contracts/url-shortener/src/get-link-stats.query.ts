import { defineQuery } from '@bookable/kernel';
import { IsText } from '@bookable/wire';
import { LinkStatsView } from './link-stats.view';

/** The code or slug of a link of the caller's own. */
export class GetLinkStatsRequest {
  @IsText(1, 64)
  code: string;
}

/** Counts the clicks on a link for its owner; for anybody else the link is `not-found`. */
export const GetLinkStats = defineQuery<GetLinkStatsRequest, LinkStatsView>({
  topic: 'url-shortener.get-link-stats',
  request: GetLinkStatsRequest,
  reply: LinkStatsView,
});

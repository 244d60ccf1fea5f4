import { defineQuery } from '@bookable/kernel';
import { IsText } from '@bookable/wire';
import { LinkTargetView } from './link-target.view';
import { LinkExpired } from './link.errors';

/** A code or slug as it stands in the address. */
export class ResolveLinkRequest {
  @IsText(1, 64)
  code: string;
}

/** Tells where a code leads: `not-found` where nobody made it, `link-expired` (gone) where its time is over. */
export const ResolveLink = defineQuery<ResolveLinkRequest, LinkTargetView>({
  topic: 'url-shortener.resolve-link',
  request: ResolveLinkRequest,
  reply: LinkTargetView,
  problems: [LinkExpired],
});

import { NotFound, defineCommand } from '@bookable/kernel';
import { IsInstant, IsText, MayBeLeftOut } from '@bookable/wire';
import { IsOptional } from 'class-validator';
import { ExpiryInThePast, UrlNotAllowed } from './link.errors';
import { LinkView } from './link.view';

/** The code or slug of a link of the caller's own. */
export class LinkRequest {
  @IsText(1, 64)
  code: string;
}

/** What is to be different; what is left out stays as it is. */
export class ChangeLinkRequest extends LinkRequest {
  /** Where the link leads from now on. */
  @MayBeLeftOut() @IsText(1, 2048)
  url?: string;

  /** When it stops working; null where it never does. */
  @IsOptional() @IsInstant()
  expiresAt?: string | null;
}

/** Lets a link lead elsewhere, or stop working at another time; for anybody but its owner it is `not-found`. */
export const ChangeLink = defineCommand<ChangeLinkRequest, LinkView>({
  topic: 'url-shortener.change-link',
  request: ChangeLinkRequest,
  reply: LinkView,
  problems: [UrlNotAllowed, ExpiryInThePast, NotFound],
});

/** Takes a link out of use for good: it is gone, its clicks are forgotten, and its code is never given again. Twice is once. */
export const RemoveLink = defineCommand<LinkRequest>({ topic: 'url-shortener.remove-link', request: LinkRequest, problems: [NotFound] });

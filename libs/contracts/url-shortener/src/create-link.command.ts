import { defineCommand } from '@bookable/kernel';
import { IsInstant, IsText } from '@bookable/wire';
import { IsOptional } from 'class-validator';
import { ExpiryInThePast, SlugNotAllowed, SlugTaken, UrlNotAllowed } from './link.errors';
import { LinkView } from './link.view';

/** A target, and optionally when the link stops working and what it is called. */
export class CreateLinkRequest {
  @IsText(1, 2048)
  url: string;

  @IsOptional() @IsInstant()
  expiresAt?: string;

  /** Letters, digits, `-` and `_`, 3 to 64 of them. A code is made where there is none. */
  @IsOptional() @IsText(1, 64)
  slug?: string;
}

/** Makes a short link that belongs to the caller. */
export const CreateLink = defineCommand<CreateLinkRequest, LinkView>({
  topic: 'url-shortener.create-link',
  request: CreateLinkRequest,
  reply: LinkView,
  problems: [UrlNotAllowed, SlugNotAllowed, SlugTaken, ExpiryInThePast],
});

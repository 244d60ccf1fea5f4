import { defineCommand } from '@bookable/kernel';
import { IsInstant, IsText } from '@bookable/wire';
import { IsOptional } from 'class-validator';
import { ExpiryInThePast, UrlNotAllowed } from './link.errors';
import { LinkView } from './link.view';

/** A target and the reason the platform links to it, such as the id of the message that carries the link. */
export class CreatePlatformLinkRequest {
  @IsText(1, 2048)
  url: string;

  @IsText(1, 200)
  purpose: string;

  @IsOptional() @IsInstant()
  expiresAt?: string;
}

/**
 * Makes a short link that belongs to the platform itself, for what it writes to people.
 * The same address and purpose get the same link. Refused where the call is made on behalf of a person.
 */
export const CreatePlatformLink = defineCommand<CreatePlatformLinkRequest, LinkView>({
  topic: 'url-shortener.create-platform-link',
  request: CreatePlatformLinkRequest,
  reply: LinkView,
  problems: [UrlNotAllowed, ExpiryInThePast],
});

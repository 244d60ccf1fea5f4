import { type Page, defineQuery } from '@bookable/kernel';
import { IsId, IsInstant, PageRequest } from '@bookable/wire';
import { IsOptional, IsString, MaxLength } from 'class-validator';

/** Whose mails; everybody's where no address is given. */
export class FindKeptMailsRequest extends PageRequest {
  @IsOptional() @IsString() @MaxLength(320)
  to?: string;
}

/** A mail that was kept instead of sent. */
export class KeptMailView {
  @IsId()
  id: string;

  @IsString()
  to: string;

  @IsString()
  subject: string;

  @IsString()
  text: string;

  @IsString()
  html: string;

  /** Where mails like it are declined by one click (RFC 8058); null where they cannot be. */
  @IsOptional() @IsString()
  unsubscribeUrl: string | null;

  @IsInstant()
  sentAt: string;
}

/** Lists the mails kept for development, newest first. Where mail is really sent, or in production, it is `not-found`. */
export const FindKeptMails = defineQuery<FindKeptMailsRequest, Page<KeptMailView>>({
  topic: 'notification.find-kept-mails',
  request: FindKeptMailsRequest,
  reply: KeptMailView,
  answers: 'page',
});

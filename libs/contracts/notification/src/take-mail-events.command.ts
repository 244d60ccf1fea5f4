import { Malformed, NotFound, defineCommand } from '@bookable/kernel';
import { IsString, MaxLength } from 'class-validator';
import { UnsignedMailEvents } from './notification.errors';

const LONGEST_HEADER = 500;

/** What SendGrid tells of mails, as it came: the signature is of these very letters. */
export class TakeMailEventsRequest {
  @IsString()
  body: string;

  /** `X-Twilio-Email-Event-Webhook-Signature`. */
  @IsString() @MaxLength(LONGEST_HEADER)
  signature: string;

  /** `X-Twilio-Email-Event-Webhook-Timestamp`, in seconds. */
  @IsString() @MaxLength(LONGEST_HEADER)
  timestamp: string;
}

/** Takes in which addresses are dead and who complained. Each event counts once, however often it is told. */
export const TakeMailEvents = defineCommand<TakeMailEventsRequest>({
  topic: 'notification.take-mail-events',
  request: TakeMailEventsRequest,
  problems: [UnsignedMailEvents, Malformed, NotFound],
});

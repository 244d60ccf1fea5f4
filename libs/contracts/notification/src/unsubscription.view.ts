import { IsBoolean, IsIn, IsString, Matches } from 'class-validator';
import { NOTIFICATION_TYPES, type NotificationType } from './notification-type';

/** What stands at the end of the address by which mails of one type to one person are declined: 192 bits of chance. */
export const UNSUBSCRIBE_TOKEN = /^[A-Za-z0-9_-]{32}$/;

const DECLINABLE = [...NOTIFICATION_TYPES, 'digest'] as const;

/** Whose mails of which type; whoever has the token may decline them, and nothing else. */
export class UnsubscriptionRequest {
  @Matches(UNSUBSCRIBE_TOKEN)
  token: string;
}

/** What would be declined, or has been. */
export class UnsubscriptionView {
  /** `digest` where the link stood in the one mail a day: then all that it would tell is declined. */
  @IsIn(DECLINABLE)
  type: NotificationType | 'digest';

  /** What the type is called in the language of whoever is written to. */
  @IsString()
  name: string;

  @IsIn(['en', 'ru'])
  locale: 'en' | 'ru';

  /** Whether such mails are no longer sent. */
  @IsBoolean()
  isStopped: boolean;
}

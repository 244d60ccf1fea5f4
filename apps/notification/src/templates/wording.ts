import type { NoticeType } from '../domain/notification-types';

/** What is written in one situation, in one language. Every text is a Handlebars template over the same facts. */
export interface Wording {
  /** Subject of the mail and title in the app. */
  readonly subject: string;
  /** The one sentence shown in the app and in the preview of the mail. */
  readonly summary: string;
  /** Paragraphs of the mail; one that comes out empty is left out. */
  readonly lines: readonly string[];
  /** What the button says. */
  readonly action: string;
}

/** Mails that are no notifications: they carry a secret, so nothing of them is shown in the app. */
export type AccountMail = 'email-verification' | 'password-reset';

/** A situation with words of its own: a type of notification, one told differently to the other party, or an account mail. */
export type TemplateId =
  | NoticeType | AccountMail | 'booking-confirmed-owner' | 'booking-cancelled-receipt' | 'booking-expired-owner' | 'booking-completed-owner' | 'booking-sure-again'
  | 'booking-confirmed-by-moderator' | 'booking-rejected-by-moderator' | 'booking-invited-by-moderator'
  | 'event-moved-invited' | 'event-moved-asked' | 'event-moved-helper'
  | 'booking-reminder-day' | 'booking-reminder-hour';

/** All words of one language. */
export type Wordings = Readonly<Record<TemplateId, Wording>>;

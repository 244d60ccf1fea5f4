import { createHash } from 'node:crypto';
import type { MailLinkFacts, PersonExportReadyFacts, RecipientFacts, ReusedTokenFacts } from '@bookable/contracts-auth';
import { factKey } from '../domain/fact-key';
import type { Person } from '../domain/person';
import { formatInstant } from '../templates/format';
import type { Story } from './story';

const recipient = ({ userId, email, name, locale }: RecipientFacts): Person => ({ id: userId, email, name, locale });
const nobody = (): readonly string[] => [];
/** Nobody knows where the reader is, so that moments are told in the one zone everybody can find. */
const inUtc = (instant: string, locale: Person['locale']) => formatInstant(instant, 'UTC', locale);

/** A mail with a key to an account in it. The key works once and not for long, which is what makes it bearable in an address. */
const accountLink = (page: string): Story<MailLinkFacts> => ({
  key: (topic, { userId, token }) => factKey(topic, userId, createHash('sha256').update(token).digest('hex')),
  people: nobody,
  content: ({ expiresAt }, { locale }) => ({ validUntil: inUtc(expiresAt, locale) }),
  destination: ({ userId, token }) => ({ subject: 'user', subjectId: userId, path: `/${page}?token=${encodeURIComponent(token)}` }),
  recipient,
  expiresAt: ({ expiresAt }) => expiresAt,
  isSecret: true,
});

/** The link that confirms an address. */
export const CONFIRMATION_LINK = accountLink('verify-email');

/** The link that lets its reader set a new password. */
export const RESET_LINK = accountLink('reset-password');

/** The warning that a password was changed. */
export const PASSWORD_STORY: Story<RecipientFacts> = {
  key: (topic, { userId }, { occurredAt }) => factKey(topic, userId, occurredAt),
  people: nobody,
  content: (_, { locale, happenedAt }) => ({ at: inUtc(happenedAt, locale) }),
  destination: ({ userId }) => ({ subject: 'user', subjectId: userId, path: '/settings/security' }),
  recipient,
};

/** The warning that a stolen token may be in use. */
export const REUSE_STORY: Story<ReusedTokenFacts> = {
  key: (topic, { sessionId, endedAt }) => factKey(topic, sessionId, endedAt),
  people: nobody,
  content: ({ endedAt, userAgent }, { locale }) => ({ at: inUtc(endedAt, locale), device: userAgent?.slice(0, 200) ?? null }),
  destination: ({ sessionId }) => ({ subject: 'session', subjectId: sessionId, path: '/settings/sessions' }),
  recipient,
};

/** Word that an export of personal data can be fetched: a help to whoever asked, and a warning where that was somebody else. */
export const EXPORT_STORY: Story<PersonExportReadyFacts> = {
  key: (topic, { exportId }) => factKey(topic, exportId, 'ready'),
  people: nobody,
  content: ({ expiresAt }, { locale }) => ({ validUntil: inUtc(expiresAt, locale) }),
  destination: ({ userId }) => ({ subject: 'user', subjectId: userId, path: '/settings/privacy' }),
  recipient,
  expiresAt: ({ expiresAt }) => expiresAt,
};

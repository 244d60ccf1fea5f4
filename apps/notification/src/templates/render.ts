import Handlebars from 'handlebars';
import { asSingleLine } from '../domain/mail';
import type { Locale } from '../domain/person';
import { ACCOUNT_EN } from './account.en';
import { ACCOUNT_RU } from './account.ru';
import { BOOKING_EN } from './booking.en';
import { BOOKING_RU } from './booking.ru';
import { CALENDAR_EN } from './calendar.en';
import { CALENDAR_RU } from './calendar.ru';
import { HOTEL_EN } from './hotel.en';
import { HOTEL_RU } from './hotel.ru';
import { EVENT_EN } from './event.en';
import { EVENT_RU } from './event.ru';
import { DIGEST_WORDS, FOOTER, HTML_LAYOUT, TEXT_LAYOUT } from './layout';
import { MODERATOR_EN } from './moderator.en';
import { MODERATOR_RU } from './moderator.ru';
import { OFFER_EN } from './offer.en';
import { OFFER_RU } from './offer.ru';
import { REMINDER_EN } from './reminder.en';
import { REMINDER_RU } from './reminder.ru';
import { WAITLIST_EN } from './waitlist.en';
import { WAITLIST_RU } from './waitlist.ru';
import { SEARCH_EN } from './search.en';
import { SEARCH_RU } from './search.ru';
import type { TemplateId, Wordings } from './wording';

/** The facts a text is made of, already in words; null where there is nothing to say. */
export type Content = Readonly<Record<string, string | boolean | null>>;

/** A notification as it is shown in the app. */
export interface RenderedNotice {
  readonly title: string;
  readonly text: string;
}

/** A mail without its envelope. */
export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** What a mail is made of beside its words. */
export interface MailParts {
  readonly template: TemplateId;
  readonly locale: Locale;
  readonly content: Content;
  readonly link: string;
  readonly isMandatory: boolean;
  /** Where mails like it are declined. */
  readonly unsubscribeUrl?: string;
}

/** What the one mail a day is made of. */
export interface DigestParts extends Pick<MailParts, 'locale' | 'link' | 'unsubscribeUrl'> {
  readonly items: readonly DigestLine[];
}

interface DigestLine extends RenderedNotice {
  readonly link: string;
}

/** A mail in words, before it is put in its form. */
interface Layout extends DigestParts {
  readonly subject: string;
  readonly summary: string;
  readonly lines: readonly string[];
  readonly action: string;
  readonly footer: string;
}

interface CompiledWording {
  readonly subject: Handlebars.TemplateDelegate;
  readonly summary: Handlebars.TemplateDelegate;
  readonly lines: readonly Handlebars.TemplateDelegate[];
  readonly action: string;
}

const WORDINGS: Readonly<Record<Locale, Wordings>> = {
  en: { ...BOOKING_EN, ...MODERATOR_EN, ...REMINDER_EN, ...WAITLIST_EN, ...CALENDAR_EN, ...ACCOUNT_EN, ...EVENT_EN, ...OFFER_EN, ...SEARCH_EN, ...HOTEL_EN },
  ru: { ...BOOKING_RU, ...MODERATOR_RU, ...REMINDER_RU, ...WAITLIST_RU, ...CALENDAR_RU, ...ACCOUNT_RU, ...EVENT_RU, ...OFFER_RU, ...SEARCH_RU, ...HOTEL_RU },
};

// A fact that a text asks for and nobody gave is a fault of ours, so that templates are strict about it.
const plain = (template: string) => Handlebars.compile(template, { noEscape: true, strict: true, knownHelpersOnly: true });
const htmlLayout = Handlebars.compile(HTML_LAYOUT, { strict: true, knownHelpersOnly: true });
const textLayout = plain(TEXT_LAYOUT);
const compiled = { en: compile(WORDINGS.en), ru: compile(WORDINGS.ru) };

/** Every situation there are words for. */
export const TEMPLATES = Object.keys(WORDINGS.en) as readonly TemplateId[];

function compile(wordings: Wordings): ReadonlyMap<string, CompiledWording> {
  return new Map(
    Object.entries(wordings).map(([id, { subject, summary, lines, action }]) => [
      id,
      { subject: plain(subject), summary: plain(summary), lines: lines.map(plain), action },
    ]),
  );
}

function wordsOf(template: TemplateId, locale: Locale): CompiledWording {
  const words = compiled[locale].get(template);
  if (!words) throw new Error(`There are no words for ${template}.`);
  return words;
}

/** Words a notification for the app, in plain text. */
export function renderNotice(template: TemplateId, locale: Locale, content: Content): RenderedNotice {
  const { subject, summary } = wordsOf(template, locale);
  return { title: asSingleLine(subject(content)), text: summary(content).trim() };
}

/** Words a mail. Lines are made as plain text; the HTML layout escapes them as it takes them in. */
export function renderMail({ template, locale, content, link, isMandatory, unsubscribeUrl }: MailParts): RenderedMail {
  const words = wordsOf(template, locale);
  return layOut({
    locale,
    subject: asSingleLine(words.subject(content)),
    summary: asSingleLine(words.summary(content)),
    lines: words.lines.map((line) => line(content).trim()).filter((line) => line !== ''),
    items: [],
    action: words.action,
    link,
    footer: FOOTER[locale][isMandatory ? 'mandatory' : 'optional'],
    unsubscribeUrl,
  });
}

/** Words the one mail a day: each thing as it is shown in the app, with a link of its own. */
export function renderDigest({ locale, items, link, unsubscribeUrl }: DigestParts): RenderedMail {
  const { subject, action } = DIGEST_WORDS[locale];
  const summary = asSingleLine(items.map(({ title }) => title).join(' · '));
  return layOut({ locale, subject: `${subject} (${items.length})`, summary, lines: [], items, action, link, footer: FOOTER[locale].optional, unsubscribeUrl });
}

function layOut({ items, link, unsubscribeUrl, ...same }: Layout): RenderedMail {
  const parts = { ...same, items, link, unsubscribe: FOOTER[same.locale].unsubscribe, unsubscribeUrl: unsubscribeUrl ?? null };
  const inHtml = {
    ...parts,
    items: items.map((item) => ({ ...item, link: addressInHtml(item.link) })),
    link: addressInHtml(link),
    unsubscribeUrl: unsubscribeUrl === undefined ? null : addressInHtml(unsubscribeUrl),
  };
  return { subject: same.subject, text: textLayout(parts), html: htmlLayout(inHtml) };
}

/** The parser of addresses has already encoded quotes and angle brackets; `=` stays readable, which Handlebars would not leave it. */
function addressInHtml(link: string): Handlebars.SafeString {
  return new Handlebars.SafeString(new URL(link).href.replaceAll('&', '&amp;').replaceAll("'", '&#39;'));
}

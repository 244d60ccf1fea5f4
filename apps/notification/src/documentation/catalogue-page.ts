import { CATALOGUE } from '../application/catalogue';
import { CHANNELS, type Channel } from '../domain/channel';
import { type NoticeType, TYPE_DEFAULTS } from '../domain/notification-types';
import { TYPE_NAMES } from '../templates/type-names';
import type { AccountMail, TemplateId } from '../templates/wording';

/** A row as it is shown; in the catalogue itself each row knows its own facts. */
interface Row {
  readonly fact: { readonly topic: string };
  readonly tell: { readonly name: string };
  readonly if?: { readonly name: string };
  readonly as: NoticeType | AccountMail;
  readonly inWordsOf?: TemplateId;
}

const CHANNEL_NAMES: Readonly<Record<Channel, string>> = { inApp: 'app', email: 'mail', telegram: 'Telegram', push: 'push' };
const INTRODUCTION = `# What people are told

Made from the code by \`npm run notifications\`; do not edit it. A row of the catalogue is in
\`apps/notification/src/application/catalogue.ts\`, its words in \`apps/notification/src/templates\`, the channels in
\`apps/notification/src/domain/notification-types.ts\`. What is told in the app is pushed over Socket.IO at once.
`;

/** The catalogue as a page: each kind with the facts that are told as it, to whom, over which channels and in which words. */
export function cataloguePage(): string {
  const rows: readonly Row[] = CATALOGUE;
  const facts = rows.map((row) => cells([`\`${row.as}\``, `\`${row.fact.topic}\``, whoOf(row), `\`${row.inWordsOf ?? row.as}\``]));
  const reminders = (['day', 'hour'] as const).map((kind) => cells(['`booking-reminder`', `a confirmed booking begins in a ${kind}`, 'renter, and owner of what is handed over', `\`booking-reminder-${kind}\``]));
  const offers = cells(['`special-offer`', 'an administrator makes an offer', 'everybody who agreed', '`special-offer`']);
  const kinds = Object.keys(TYPE_DEFAULTS).map((type) => kindOf(type as NoticeType));
  return [
    INTRODUCTION,
    '## Which fact is told to whom\n',
    table(['kind', 'fact', 'who', 'template'], [...facts, ...reminders, offers]),
    'Account mails (`email-verification`, `password-reset`) always go by mail and by nothing else.\n',
    '## Over which channels, unless people choose otherwise\n',
    table(['kind', 'in English', 'in Russian', 'channels', 'may be declined'], kinds),
  ].join('\n');
}

function kindOf(type: NoticeType): string {
  const defaults = TYPE_DEFAULTS[type];
  const channels = CHANNELS.filter((channel) => defaults[channel]).map((channel) => CHANNEL_NAMES[channel]);
  return cells([`\`${type}\``, TYPE_NAMES[type].en, TYPE_NAMES[type].ru, channels.join(', '), defaults.isMandatory ? 'no' : 'yes']);
}

/** Rows say whom they tell, and when, by functions whose names are words. */
function whoOf({ tell, if: condition }: Row): string {
  return condition ? `${wordsOf(tell.name)}, if ${wordsOf(condition.name)}` : wordsOf(tell.name);
}

function wordsOf(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, (_match, end: string, start: string) => `${end} ${start.toLowerCase()}`);
}

function table(head: readonly string[], rows: readonly string[]): string {
  return `${cells(head)}\n|${'---|'.repeat(head.length)}\n${rows.join('\n')}\n`;
}

function cells(texts: readonly string[]): string {
  return `| ${texts.map((text) => text.replaceAll('|', '\\|')).join(' | ')} |`;
}

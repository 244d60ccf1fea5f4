import type { WAITLIST_EN } from './waitlist.en';
import type { Wording } from './wording';

const when = 'Когда: {{when}}';

/** What is written to those who wait for something, in Russian. Names are never declined, and nobody's gender is guessed. */
export const WAITLIST_RU: Readonly<Record<keyof typeof WAITLIST_EN, Wording>> = {
  'waitlist-offered': {
    subject: 'Место освободилось: {{listingTitle}}',
    summary: '«{{listingTitle}}» держим для вас до {{respondBy}}: {{when}}.',
    lines: ['Освободилось то, чего вы ждали: «{{listingTitle}}».', when, 'Держим место для вас до {{respondBy}}. После этого его получит следующий в очереди.'],
    action: 'Занять или уступить',
  },
  'waitlist-lapsed': {
    subject: 'Ожидание закончилось: {{listingTitle}}',
    summary: '{{#if wasOffered}}Место, которое мы держали для вас, ушло дальше: «{{listingTitle}}», {{when}}.{{else}}Вовремя ничего не освободилось: «{{listingTitle}}», {{when}}.{{/if}}',
    lines: ['{{#if wasOffered}}Место, которое мы держали для вас («{{listingTitle}}»), не было занято вовремя и ушло дальше.{{else}}Вовремя ничего не освободилось: «{{listingTitle}}».{{/if}}', when, 'Вы больше не в очереди на это время.'],
    action: 'Посмотреть другое время',
  },
  'waitlist-taken': {
    subject: 'Занято из очереди: {{listingTitle}}',
    summary: 'Освободившееся место занято: «{{listingTitle}}», {{when}}. Гость: {{guestName}}.',
    lines: ['Место, которое освободилось («{{listingTitle}}»), занял следующий в очереди. Гость: {{guestName}}.', when],
    action: 'Посмотреть бронирование',
  },
};

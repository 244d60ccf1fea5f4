import type { EVENT_EN } from './event.en';
import type { Wording } from './wording';

/** What is written about events, in Russian. */
export const EVENT_RU: Readonly<Record<keyof typeof EVENT_EN, Wording>> = {
  'event-moved': {
    subject: 'Другое время: {{listingTitle}}',
    summary: '«{{listingTitle}}» переносится: {{when}}.',
    lines: ['{{hostName}} изменил(а) время события «{{listingTitle}}».', 'Теперь: {{when}}', 'Раньше: {{before}}', 'Место остаётся за вами. Если вы не сможете прийти, отмените бронирование, чтобы его мог занять кто-то другой.'],
    action: 'Посмотреть событие',
  },
};

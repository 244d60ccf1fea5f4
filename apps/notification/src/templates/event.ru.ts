import type { EVENT_EN } from './event.en';
import type { Wording } from './wording';

const moved = {
  subject: 'Другое время: {{listingTitle}}',
  summary: '«{{listingTitle}}» переносится: {{when}}.',
  action: 'Посмотреть событие',
} as const;
const times = ['{{hostName}} изменил(а) время события «{{listingTitle}}».', 'Теперь: {{when}}', 'Раньше: {{before}}'] as const;

/** What is written about events, in Russian. */
export const EVENT_RU: Readonly<Record<keyof typeof EVENT_EN, Wording>> = {
  'event-moved': { ...moved, lines: [...times, 'Место остаётся за вами. Если вы не сможете прийти, отмените бронирование, чтобы его мог занять кто-то другой.'] },
  'event-moved-invited': { ...moved, lines: [...times, 'Приглашение остаётся в силе, на новое время: примите или отклоните его.'] },
  'event-moved-asked': { ...moved, lines: [...times, 'Ваш запрос остаётся в силе, на новое время. Если вы не сможете прийти, отзовите его.'] },
  'event-moved-helper': { ...moved, lines: [...times, 'Вы по-прежнему модератор этого события.'] },
};

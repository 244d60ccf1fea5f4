import type { CALENDAR_EN } from './calendar.en';
import type { Wording } from './wording';

const until = '{{#if lastReadAt}}Последний раз календарь удалось прочитать {{lastReadAt}}.{{/if}}';

/** What is written about imported calendars, in Russian. */
export const CALENDAR_RU: Readonly<Record<keyof typeof CALENDAR_EN, Wording>> = {
  'calendar-lost': {
    subject: 'Календарь не читается: {{listingTitle}}',
    summary: 'Календарь «{{calendarName}}» объявления «{{listingTitle}}» не читается уже час. Пока это так, мы спрашиваем вас о каждом бронировании.',
    lines: [
      'Календарь «{{calendarName}}» объявления «{{listingTitle}}» не читается уже час.', until,
      'Чтобы ничего не забронировали дважды, мгновенное бронирование приостановлено: мы спрашиваем вас о каждом запросе.', 'Пожалуйста, проверьте адрес календаря.',
    ],
    action: 'Посмотреть календари',
  },
  'calendar-recovered': {
    subject: 'Календарь снова читается: {{listingTitle}}',
    summary: 'Календарь «{{calendarName}}» объявления «{{listingTitle}}» снова читается.',
    lines: ['Календарь «{{calendarName}}» объявления «{{listingTitle}}» снова читается.', 'Если вы разрешили мгновенное бронирование, оно снова работает.'],
    action: 'Посмотреть календари',
  },
  'calendar-clashed': {
    subject: 'Двойное бронирование: {{listingTitle}}',
    summary: 'По календарю «{{calendarName}}» объявление «{{listingTitle}}» занято с {{from}} по {{to}}, а у нас на это время есть бронирование.',
    lines: [
      'По календарю «{{calendarName}}» объявление «{{listingTitle}}» занято с {{from}} по {{to}}. У нас на это время есть бронирование.',
      'Мы ничего не меняли: бронирование у нас в силе. Пожалуйста, решите, какое из двух остаётся, и отмените другое.',
    ],
    action: 'Посмотреть календари',
  },
};

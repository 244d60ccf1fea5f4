import type { SEARCH_EN } from './search.en';
import type { Wording } from './wording';

/** What is written about searches that people keep, in Russian. */
export const SEARCH_RU: Readonly<Record<keyof typeof SEARCH_EN, Wording>> = {
  'saved-search-matched': {
    subject: '{{#if isOne}}Новое по запросу «{{searchName}}»: {{first}}{{else}}Новое по запросу «{{searchName}}»: {{count}}{{/if}}',
    summary: '{{#if isOne}}По вашему поиску «{{searchName}}» найдено новое: {{first}}.{{else}}Новых предложений по вашему поиску «{{searchName}}»: {{count}}.{{/if}}',
    lines: ['Новое по вашему поиску «{{searchName}}»:', '{{listed}}', '{{#if unlisted}}и ещё {{unlisted}}.{{/if}}', 'Чтобы больше не получать писем об этом поиске, откройте его по ссылке ниже и отключите уведомления.'],
    action: 'Посмотреть предложения',
  },
};

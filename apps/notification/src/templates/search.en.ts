import type { Wording } from './wording';

/** What is written about searches that people keep, in English. */
export const SEARCH_EN = {
  'saved-search-matched': {
    subject: '{{#if isOne}}New for “{{searchName}}”: {{first}}{{else}}{{count}} new for “{{searchName}}”{{/if}}',
    summary: '{{#if isOne}}{{first}} newly fits your search “{{searchName}}”.{{else}}{{count}} listings newly fit your search “{{searchName}}”.{{/if}}',
    lines: ['Newly fits your search “{{searchName}}”:', '{{listed}}', '{{#if unlisted}}and {{unlisted}} more.{{/if}}', 'To hear no more of this search, open it by the link below and switch its notifications off.'],
    action: 'Look at what fits',
  },
} as const satisfies Readonly<Record<string, Wording>>;

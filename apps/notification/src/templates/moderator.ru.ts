import type { MODERATOR_EN } from './moderator.en';
import type { Wording } from './wording';

const when = 'Когда: {{when}}';

/** What is written about events and those who help their hosts, in Russian. Names are never declined, and nobody's gender is guessed. */
export const MODERATOR_RU: Readonly<Record<keyof typeof MODERATOR_EN, Wording>> = {
  'event-changed': {
    subject: 'Изменено событие: {{listingTitle}}',
    summary: 'Событие «{{listingTitle}}» изменено ({{changes}}). {{when}}. Организатор: {{hostName}}.',
    lines: ['Событие «{{listingTitle}}» изменено. Новое: {{changes}}. Организатор: {{hostName}}.', when, '{{#if place}}Где: {{place}}{{/if}}'],
    action: 'Посмотреть событие',
  },
  'moderator-appointed': {
    subject: 'Вы модератор: {{listingTitle}}',
    summary: 'Вас просят помочь с событием «{{listingTitle}}»: приглашать гостей и отвечать на запросы. Организатор: {{hostName}}.',
    lines: ['Вы теперь модератор события «{{listingTitle}}». Организатор: {{hostName}}.', when, 'Вы можете приглашать гостей и отвечать тем, кто хочет прийти.'],
    action: 'Посмотреть событие',
  },
  'moderator-dismissed': {
    subject: 'Вы больше не модератор: {{listingTitle}}',
    summary: 'Вы больше не модератор события «{{listingTitle}}».',
    lines: ['Вы больше не модератор события «{{listingTitle}}». Организатор: {{hostName}}.', when],
    action: 'Посмотреть событие',
  },
  'booking-confirmed-by-moderator': {
    subject: 'Модератор принял запрос: {{listingTitle}}',
    summary: 'Запрос на «{{listingTitle}}» принят. Гость: {{guestName}}. Модератор: {{actorName}}.',
    lines: ['Запрос на «{{listingTitle}}» принят. Гость: {{guestName}}. Модератор: {{actorName}}.', when],
    action: 'Посмотреть бронирование',
  },
  'booking-rejected-by-moderator': {
    subject: 'Модератор отклонил запрос: {{listingTitle}}',
    summary: 'Запрос на «{{listingTitle}}» отклонён. Гость: {{guestName}}. Модератор: {{actorName}}.{{#if reason}} Причина: {{reason}}{{/if}}',
    lines: ['Запрос на «{{listingTitle}}» отклонён. Гость: {{guestName}}. Модератор: {{actorName}}.', when, '{{#if reason}}Причина: {{reason}}{{/if}}'],
    action: 'Посмотреть бронирование',
  },
  'booking-invited-by-moderator': {
    subject: 'Приглашение от модератора: {{listingTitle}}',
    summary: 'На «{{listingTitle}}» приглашён гость: {{guestName}}. Модератор: {{actorName}}.',
    lines: ['На «{{listingTitle}}» приглашён гость: {{guestName}}. Модератор: {{actorName}}.', when],
    action: 'Посмотреть бронирование',
  },
};

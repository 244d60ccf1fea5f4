import type { REMINDER_EN } from './reminder.en';
import type { Wording } from './wording';

const when = 'Когда: {{when}}';

/** What people are reminded with, in Russian. */
export const REMINDER_RU: Readonly<Record<keyof typeof REMINDER_EN, Wording>> = {
  'booking-reminder': {
    subject: 'Скоро: {{listingTitle}}',
    summary: '«{{listingTitle}}» скоро начнётся: {{when}}.',
    lines: ['«{{listingTitle}}» скоро начнётся.', when],
    action: 'Посмотреть бронирование',
  },
  'booking-reminder-day': {
    subject: 'Завтра: {{listingTitle}}',
    summary: '«{{listingTitle}}» начнётся через день: {{when}}.',
    lines: ['«{{listingTitle}}» начнётся через день.', when, 'Если планы изменились, пожалуйста, сообщите об этом заранее.'],
    action: 'Посмотреть бронирование',
  },
  'booking-reminder-hour': {
    subject: 'Через час: {{listingTitle}}',
    summary: '«{{listingTitle}}» начнётся через час: {{when}}.',
    lines: ['«{{listingTitle}}» начнётся через час.', when],
    action: 'Посмотреть бронирование',
  },
};

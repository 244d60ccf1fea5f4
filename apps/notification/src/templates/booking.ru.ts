import type { BOOKING_EN } from './booking.en';
import type { Wording } from './wording';

const when = 'Когда: {{when}}';
const price = 'Стоимость: {{total}}';
const places = 'Мест: {{quantity}}';
const reason = '{{#if reason}}Причина: {{reason}}{{/if}}';
const review = 'Пожалуйста, напишите отзыв. Он появится, когда отзывы оставят обе стороны, или через 14 дней.';

/** What is written about bookings, in Russian. Names are never declined, and nobody's gender is guessed. */
export const BOOKING_RU: Readonly<Record<keyof typeof BOOKING_EN, Wording>> = {
  'booking-requested': {
    subject: 'Запрос на бронирование: {{listingTitle}}',
    summary: '{{guestName}} хочет забронировать «{{listingTitle}}»: {{when}}, {{total}}.',
    lines: ['{{guestName}} хочет забронировать «{{listingTitle}}».', when, price, '{{#if message}}Сообщение: {{message}}{{/if}}', '{{#if respondBy}}Пожалуйста, ответьте до {{respondBy}}: после этого запрос будет закрыт.{{/if}}'],
    action: 'Ответить на запрос',
  },
  'booking-request-sent': {
    subject: 'Запрос отправлен: {{listingTitle}}',
    summary: 'Ваш запрос на «{{listingTitle}}» отправлен: {{when}}, {{total}}.',
    lines: ['Мы передали ваш запрос на «{{listingTitle}}». Владелец: {{hostName}}.', when, price, '{{#if respondBy}}Ответ придёт до {{respondBy}}.{{/if}}'],
    action: 'Посмотреть запрос',
  },
  'booking-confirmed': {
    subject: 'Подтверждено: {{listingTitle}}',
    summary: 'Ваше бронирование «{{listingTitle}}» подтверждено: {{when}}.',
    lines: ['Ваше бронирование «{{listingTitle}}» подтверждено.', when, price],
    action: 'Посмотреть бронирование',
  },
  'booking-confirmed-owner': {
    subject: 'Новое бронирование: {{listingTitle}}',
    summary: '«{{listingTitle}}», новое бронирование: {{guestName}}, {{when}}, {{total}}.',
    lines: ['У вас новое бронирование: «{{listingTitle}}». Гость: {{guestName}}.', when, price, '{{#if message}}Сообщение: {{message}}{{/if}}'],
    action: 'Посмотреть бронирование',
  },
  'booking-rejected': {
    subject: 'Запрос отклонён: {{listingTitle}}',
    summary: 'Ваш запрос на «{{listingTitle}}» отклонён.{{#if reason}} Причина: {{reason}}{{/if}}',
    lines: ['Ваш запрос на «{{listingTitle}}» отклонён. Владелец: {{hostName}}.', when, reason],
    action: 'Посмотреть запрос',
  },
  'booking-cancelled': {
    subject: 'Отменено: {{listingTitle}}',
    summary: 'Бронирование «{{listingTitle}}» отменено: {{when}}.{{#if reason}} Причина: {{reason}}{{/if}}',
    lines: ['Бронирование «{{listingTitle}}» отменено другой стороной.', when, reason],
    action: 'Посмотреть бронирование',
  },
  'booking-cancelled-receipt': {
    subject: 'Вы отменили: {{listingTitle}}',
    summary: 'Вы отменили бронирование «{{listingTitle}}»: {{when}}.',
    lines: ['Вы отменили бронирование «{{listingTitle}}».', when, reason],
    action: 'Посмотреть бронирование',
  },
  'booking-expired': {
    subject: 'Запрос остался без ответа: {{listingTitle}}',
    summary: 'На ваш запрос на «{{listingTitle}}» не ответили вовремя.',
    lines: ['На ваш запрос на «{{listingTitle}}» не ответили вовремя, и он закрыт. Владелец: {{hostName}}.', when],
    action: 'Посмотреть запрос',
  },
  'booking-expired-owner': {
    subject: 'Запрос остался без ответа: {{listingTitle}}',
    summary: 'Запрос на «{{listingTitle}}» остался без ответа. Гость: {{guestName}}.',
    lines: ['Запрос на «{{listingTitle}}» остался без ответа и закрыт. Гость: {{guestName}}.', when],
    action: 'Посмотреть запрос',
  },
  'booking-started': {
    subject: 'Началось: {{listingTitle}}',
    summary: 'Бронирование «{{listingTitle}}» началось: {{when}}.',
    lines: ['Бронирование «{{listingTitle}}» началось.', when],
    action: 'Посмотреть бронирование',
  },
  'booking-completed': {
    subject: 'Как всё прошло? {{listingTitle}}',
    summary: 'Бронирование «{{listingTitle}}» завершено. Расскажите, как всё прошло.',
    lines: ['Бронирование «{{listingTitle}}» завершено.', when, review],
    action: 'Написать отзыв',
  },
  'booking-completed-owner': {
    subject: 'Расскажите о госте: {{listingTitle}}',
    summary: 'Бронирование «{{listingTitle}}» завершено. Расскажите о госте: {{guestName}}.',
    lines: ['Бронирование «{{listingTitle}}» завершено. Гость: {{guestName}}.', when, review],
    action: 'Написать отзыв',
  },
  'booking-invited': {
    subject: 'Приглашение: {{listingTitle}}',
    summary: '{{actorName}} приглашает вас: «{{listingTitle}}», {{when}}.',
    lines: ['{{actorName}} приглашает вас: «{{listingTitle}}».', when, price, '{{#if respondBy}}Пожалуйста, ответьте до {{respondBy}}.{{/if}}'],
    action: 'Ответить на приглашение',
  },
  'booking-accepted': {
    subject: 'Приглашение принято: {{listingTitle}}',
    summary: '{{guestName}} принимает приглашение: «{{listingTitle}}».',
    lines: ['{{guestName}} принимает приглашение: «{{listingTitle}}».', when],
    action: 'Посмотреть бронирование',
  },
  'booking-declined': {
    subject: 'Приглашение отклонено: {{listingTitle}}',
    summary: '{{guestName}} отклоняет приглашение: «{{listingTitle}}».',
    lines: ['{{guestName}} отклоняет приглашение: «{{listingTitle}}».', when],
    action: 'Посмотреть бронирование',
  },
  'booking-no-show': {
    subject: 'Отмечена неявка: {{listingTitle}}',
    summary: 'По бронированию «{{listingTitle}}» отмечена неявка: {{when}}.',
    lines: ['По вашему бронированию «{{listingTitle}}» отмечена неявка. Владелец: {{hostName}}.', when, 'Если это ошибка, напишите владельцу.'],
    action: 'Посмотреть бронирование',
  },
  'booking-changed': {
    subject: 'Изменено: {{listingTitle}}',
    summary: 'Бронирование «{{listingTitle}}» изменено: {{when}}, {{total}}.',
    lines: ['Другая сторона изменила бронирование «{{listingTitle}}» или согласилась на ваше изменение. Теперь условия такие:', when, places, price],
    action: 'Посмотреть бронирование',
  },
  'booking-change-proposed': {
    subject: 'Предложено изменение: {{listingTitle}}',
    summary: 'Изменение бронирования «{{listingTitle}}» ждёт вашего ответа: {{proposedWhen}}, {{proposedTotal}}.',
    lines: ['Другая сторона предлагает изменить бронирование «{{listingTitle}}».', 'Сейчас: {{when}}, {{total}}', 'Предложено: {{proposedWhen}}, {{proposedTotal}}', 'Мест: {{proposedQuantity}}', '{{#if answerBy}}Пожалуйста, ответьте до {{answerBy}}: после этого бронирование останется прежним.{{/if}}'],
    action: 'Ответить',
  },
  'booking-change-rejected': {
    subject: 'Изменение не согласовано: {{listingTitle}}',
    summary: 'Ваше изменение бронирования «{{listingTitle}}» не согласовано, оно остаётся прежним: {{when}}.',
    lines: ['Другая сторона не согласилась изменить бронирование «{{listingTitle}}». Оно остаётся прежним.', when, price],
    action: 'Посмотреть бронирование',
  },
  'booking-change-withdrawn': {
    subject: 'Изменение отозвано: {{listingTitle}}',
    summary: 'Другая сторона больше не хочет менять бронирование «{{listingTitle}}», оно остаётся прежним: {{when}}.',
    lines: ['Другая сторона больше не хочет менять бронирование «{{listingTitle}}». Отвечать не нужно: оно остаётся прежним.', when, price],
    action: 'Посмотреть бронирование',
  },
  'booking-in-doubt': {
    subject: 'Вы придёте? {{listingTitle}}',
    summary: '«{{listingTitle}}» теперь совпадает по времени с другими вашими планами. Подтвердите участие ещё раз или откажитесь.',
    lines: ['«{{listingTitle}}» теперь совпадает по времени с другими вашими планами: что-то из этого перенесли. Организатор: {{hostName}}.', 'Бронирование в силе, пока вы не решите. Чтобы прийти, откажитесь от других планов и подтвердите участие ещё раз. Чтобы не идти, отмените бронирование: если перенёс организатор, вам вернут всё.'],
    action: 'Ответить',
  },
  'booking-guest-in-doubt': {
    subject: 'Гость может не прийти: {{listingTitle}}',
    summary: 'На время «{{listingTitle}}» у гостя {{guestName}} теперь другие планы, его просят подтвердить участие.',
    lines: ['На время «{{listingTitle}}» у гостя {{guestName}} теперь другие планы. Его просят подтвердить участие ещё раз или отказаться. До ответа бронирование в силе; если гость откажется из-за вашего переноса, ему вернут всё.'],
    action: 'Посмотреть бронирование',
  },
  'booking-reconfirmed': {
    subject: 'Участие подтверждено: {{listingTitle}}',
    summary: 'Гость {{guestName}} всё же придёт: «{{listingTitle}}».',
    lines: ['У гостя {{guestName}} были другие планы на это время, но на «{{listingTitle}}» он всё же придёт.'],
    action: 'Посмотреть бронирование',
  },
  'booking-sure-again': {
    subject: 'Сомнений больше нет: {{listingTitle}}',
    summary: '«{{listingTitle}}» больше не совпадает с вашими другими планами. Бронирование в силе.',
    lines: ['«{{listingTitle}}» больше не совпадает с вашими другими планами. Бронирование в силе, делать ничего не нужно.'],
    action: 'Посмотреть бронирование',
  },
  'booking-change-expired': {
    subject: 'Изменение осталось без ответа: {{listingTitle}}',
    summary: 'На предложенное изменение бронирования «{{listingTitle}}» не ответили вовремя, оно остаётся прежним: {{when}}.',
    lines: ['На предложенное изменение бронирования «{{listingTitle}}» не ответили вовремя. Оно остаётся прежним.', when, price],
    action: 'Посмотреть бронирование',
  },
};

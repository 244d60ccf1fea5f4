import type { HOTEL_EN } from './hotel.en';
import type { Wording } from './wording';

const hotel = 'Отель: {{hotelName}}';
const why = '{{#if isAfterCheckOut}}Гость уехал.{{/if}}{{#if isAfterTwoDays}}Гость живёт дальше, последняя уборка была двое суток назад.{{/if}}';
const note = '{{#if note}}Примечание: {{note}}{{/if}}';

/** What is written to those who work in a hotel, in Russian. */
export const HOTEL_RU: Readonly<Record<keyof typeof HOTEL_EN, Wording>> = {
  'hotel-departure-due': {
    subject: 'Выезд из номера {{roomNumber}}: {{hotelName}}',
    summary: '{{hotelName}}: гость номера {{roomNumber}} выезжает до {{endsAt}}.',
    lines: ['Гость номера {{roomNumber}} выезжает в ближайшие 24 часа.', 'До: {{endsAt}}', hotel],
    action: 'Посмотреть проживание',
  },
  'hotel-stay-overdue': {
    subject: 'Гость не выехал из номера {{roomNumber}}: {{hotelName}}',
    summary: '{{hotelName}}: срок проживания в номере {{roomNumber}} истёк {{endsAt}}, выезд не оформлен.',
    lines: ['Гость номера {{roomNumber}} не выехал вовремя.', 'Срок истёк: {{endsAt}}', hotel],
    action: 'Посмотреть проживание',
  },
  'hotel-cleaning-due': {
    subject: 'Уборка номера {{roomNumber}}: {{hotelName}}',
    summary: `{{hotelName}}: номер {{roomNumber}} нужно убрать. ${why}${note}`,
    lines: ['Номер {{roomNumber}} нужно убрать.', why, note, hotel],
    action: 'Посмотреть номера для уборки',
  },
  'hotel-cleaning-done': {
    subject: 'Номер {{roomNumber}} убран: {{hotelName}}',
    summary: '{{hotelName}}: номер {{roomNumber}} убран.',
    lines: ['Номер {{roomNumber}} убран.', hotel],
    action: 'Посмотреть номера для уборки',
  },
  'hotel-room-held': {
    subject: 'Держим номер для гостя из очереди: {{hotelName}}',
    summary: '{{hotelName}}: «{{roomTypeTitle}}» держим до {{respondBy}} для гостя, которого администратор поставил в очередь: {{when}}.',
    lines: ['Освободился номер для гостя, которого администратор поставил в очередь: «{{roomTypeTitle}}».', 'Когда: {{when}}', 'Держим номер до {{respondBy}}. После этого его получит следующий в очереди.', hotel],
    action: 'Посмотреть очередь',
  },
};

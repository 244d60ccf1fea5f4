import type { Locale } from '../src/domain/person';
import type { Content } from '../src/templates/render';

const SAID_IN_ANY_LANGUAGE = {
  guestName: 'Ann', hostName: 'Bob', actorName: 'Cem', followerName: 'Ann', authorName: 'Ann', quantity: '2', proposedQuantity: '3', stars: '5', count: '3', roomNumber: '101', roomTypeTitle: 'Standard, 2 beds',
  aboutListing: true, wasOffered: true, isOne: false, isAfterCheckOut: true, isAfterTwoDays: false, calendarName: 'Airbnb', hotelName: 'Hotel Astoria', device: 'Firefox on Linux',
} as const;

/** What could have happened, in words of each language. */
export const SAMPLE_CONTENT: Readonly<Record<Locale, Content>> = {
  en: {
    ...SAID_IN_ANY_LANGUAGE,
    listingTitle: 'A quiet flat by the canal', offerSubject: 'Two nights for the price of one', offerText: 'All through November, in every flat by the canal.', before: 'Fri 26 March 2027, 19:00', when: 'Sat 27 March 2027 – Mon 29 March 2027', total: '€250.00', message: 'We come by train.\nIs there a cot?', reason: 'Repairs in those days',
    proposedWhen: 'Sun 28 March 2027 – Tue 30 March 2027', proposedTotal: '€270.00', answerBy: '26 March 2027, 12:00', respondBy: '26 March 2027, 12:00', validUntil: '26 March 2027, 12:00',
    at: '27 March 2027, 14:00', text: 'Morning sun, as promised.', searchName: 'By the canal', first: 'A quiet flat', listed: 'A quiet flat · Berlin', unlisted: null,
    lastReadAt: '25 March 2027, 9:10', from: '27 March 2027', to: '29 March 2027', endsAt: '29 March 2027, 12:00', changes: 'title, place', place: 'The blue room, Berlin', note: 'Coffee on the carpet',
  },
  ru: {
    ...SAID_IN_ANY_LANGUAGE,
    listingTitle: 'Тихая квартира у канала', offerSubject: 'Две ночи по цене одной', offerText: 'Весь ноябрь, в каждой квартире у канала.', before: 'пт, 26 марта 2027 г., 19:00', when: 'сб, 27 марта 2027 г. – пн, 29 марта 2027 г.', total: '250,00 €', message: 'Мы приедем поездом.\nЕсть ли детская кроватка?', reason: 'В эти дни ремонт',
    proposedWhen: 'вс, 28 марта 2027 г. – вт, 30 марта 2027 г.', proposedTotal: '270,00 €', answerBy: '26 марта 2027 г., 12:00', respondBy: '26 марта 2027 г., 12:00', validUntil: '26 марта 2027 г., 12:00',
    at: '27 марта 2027 г., 14:00', text: 'Утреннее солнце, как и обещано.', searchName: 'У канала', first: 'Тихая квартира', listed: 'Тихая квартира · Берлин', unlisted: null,
    lastReadAt: '25 марта 2027 г., 9:10', from: '27 марта 2027 г.', to: '29 марта 2027 г.', endsAt: '29 марта 2027 г., 12:00', changes: 'название, место', place: 'Синий зал, Берлин', note: 'Кофе на ковре',
  },
};

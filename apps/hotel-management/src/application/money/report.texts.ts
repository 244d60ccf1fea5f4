/** The languages a report can be written in. */
export type ReportLocale = 'en' | 'ru';

interface ReportTexts {
  readonly title: string;
  readonly hotelTime: (timeZone: string) => string;
  readonly page: (number: number, of: number) => string;
  readonly parts: Readonly<Record<'total' | 'period' | 'category' | 'room', string>>;
  readonly categories: Readonly<Record<'economy' | 'standard' | 'luxury', string>>;
  readonly noRoom: string;
  readonly columns: Readonly<Record<'part' | 'from' | 'to' | 'category' | 'room' | 'paid' | 'refunded' | 'revenue' | 'currency' | 'sold' | 'available' | 'occupancy' | 'adr' | 'revPar', string>>;
}

/** What stands in a report beside the figures. */
export const REPORT_TEXTS: Readonly<Record<ReportLocale, ReportTexts>> = {
  en: {
    title: 'Income',
    hotelTime: (timeZone) => `days by ${timeZone} time`,
    page: (number, of) => `Page ${number} of ${of}`,
    parts: { total: 'Total', period: 'Period', category: 'Category', room: 'Room' },
    categories: { economy: 'Economy', standard: 'Standard', luxury: 'Luxury' },
    noRoom: 'Without a room',
    columns: {
      part: 'Part', from: 'From', to: 'To (excluded)', category: 'Category', room: 'Room', paid: 'Paid', refunded: 'Refunded', revenue: 'Revenue', currency: 'Currency',
      sold: 'Nights sold', available: 'Nights available', occupancy: 'Occupancy', adr: 'ADR', revPar: 'RevPAR',
    },
  },
  ru: {
    title: 'Доход',
    hotelTime: (timeZone) => `сутки по времени ${timeZone}`,
    page: (number, of) => `Страница ${number} из ${of}`,
    parts: { total: 'Всего', period: 'Период', category: 'Категория', room: 'Номер' },
    categories: { economy: 'Эконом', standard: 'Стандарт', luxury: 'Люкс' },
    noRoom: 'Без номера',
    columns: {
      part: 'Раздел', from: 'С', to: 'По (не включая)', category: 'Категория', room: 'Номер', paid: 'Оплачено', refunded: 'Возвращено', revenue: 'Доход', currency: 'Валюта',
      sold: 'Продано ночей', available: 'Всего ночей', occupancy: 'Загрузка', adr: 'ADR', revPar: 'RevPAR',
    },
  },
};

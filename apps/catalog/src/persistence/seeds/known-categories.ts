interface KnownCategory {
  readonly code: string;
  readonly en: string;
  readonly ru: string;
  readonly kinds: readonly string[];
}

/** Categories every installation begins with, in the order they are shown. */
export const KNOWN_CATEGORIES: readonly KnownCategory[] = [
  { code: 'apartment', en: 'Apartments', ru: 'Квартиры', kinds: ['apartment'] },
  { code: 'house', en: 'Houses', ru: 'Дома', kinds: ['apartment'] },
  { code: 'private-room', en: 'Private rooms', ru: 'Отдельные комнаты', kinds: ['apartment'] },
  { code: 'shared-room', en: 'Shared rooms', ru: 'Места в комнате', kinds: ['apartment'] },
  { code: 'studio', en: 'Studios', ru: 'Студии', kinds: ['apartment'] },
  { code: 'economy', en: 'Economy rooms', ru: 'Номера эконом', kinds: ['room'] },
  { code: 'standard', en: 'Standard rooms', ru: 'Стандартные номера', kinds: ['room'] },
  { code: 'luxury', en: 'Luxury rooms', ru: 'Номера люкс', kinds: ['room'] },
  { code: 'tools', en: 'Tools', ru: 'Инструменты', kinds: ['item'] },
  { code: 'electronics', en: 'Electronics', ru: 'Электроника', kinds: ['item'] },
  { code: 'photo-video', en: 'Photo and video', ru: 'Фото и видео', kinds: ['item'] },
  { code: 'sports', en: 'Sports and outdoors', ru: 'Спорт и отдых', kinds: ['item'] },
  { code: 'bicycles', en: 'Bicycles and scooters', ru: 'Велосипеды и самокаты', kinds: ['item'] },
  { code: 'kids', en: 'For children', ru: 'Детские товары', kinds: ['item'] },
  { code: 'clothing', en: 'Clothing and costumes', ru: 'Одежда и костюмы', kinds: ['item'] },
  { code: 'music', en: 'Musical instruments', ru: 'Музыкальные инструменты', kinds: ['item'] },
  { code: 'home', en: 'Home and garden', ru: 'Дом и сад', kinds: ['item'] },
  { code: 'desk', en: 'Desks', ru: 'Рабочие места', kinds: ['workspace'] },
  { code: 'office', en: 'Offices', ru: 'Кабинеты', kinds: ['workspace'] },
  { code: 'meeting-room', en: 'Meeting rooms', ru: 'Переговорные', kinds: ['workspace'] },
  { code: 'hall', en: 'Halls', ru: 'Залы', kinds: ['workspace'] },
  { code: 'cinema', en: 'Film screenings', ru: 'Кинопоказы', kinds: ['event'] },
  { code: 'meetup', en: 'Meetups', ru: 'Встречи', kinds: ['event'] },
  { code: 'party', en: 'Parties', ru: 'Вечеринки', kinds: ['event'] },
  { code: 'other', en: 'Other', ru: 'Разное', kinds: ['apartment', 'item', 'workspace', 'event'] },
];

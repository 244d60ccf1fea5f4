import type { BookingFact } from '../domain/booking-fact';
import type { Locale } from '../domain/person';

const LANGUAGE = { en: 'en-GB', ru: 'ru-RU' } as const;
const FREE = { en: 'free', ru: 'бесплатно' } as const;
const DAY_MS = 24 * 3_600_000;

/** Making a formatter takes longer than a hundred uses of it, so each is made once; there are as many as languages, currencies and zones in use. */
function remembered<Format>(make: (locale: Locale, of: string) => Format): (locale: Locale, of: string) => Format {
  const made = new Map<string, Format>();
  return (locale, of) => {
    const key = `${locale} ${of}`;
    const format = made.get(key) ?? make(locale, of);
    made.set(key, format);
    return format;
  };
}

const moneyFormat = remembered((locale, currency) => new Intl.NumberFormat(LANGUAGE[locale], { style: 'currency', currency }));
const dayFormat = remembered((locale, timeZone) => new Intl.DateTimeFormat(LANGUAGE[locale], { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric', timeZone }));
const timeFormat = remembered((locale, timeZone) => new Intl.DateTimeFormat(LANGUAGE[locale], { hour: '2-digit', minute: '2-digit', timeZone }));
const instantFormat = remembered(
  (locale, timeZone) => new Intl.DateTimeFormat(LANGUAGE[locale], { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone, timeZoneName: 'short' }),
);

/** An amount in minor units as people write it, exact to the last digit. */
export function formatMoney({ amount, currency }: BookingFact['total'], locale: Locale): string {
  if (amount === 0) return FREE[locale];
  const format = moneyFormat(locale, currency);
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  const padded = String(Math.abs(amount)).padStart(digits + 1, '0');
  const decimal = digits === 0 ? padded : `${padded.slice(0, -digits)}.${padded.slice(-digits)}`;
  return format.format(`${amount < 0 ? '-' : ''}${decimal}` as `${number}`);
}

/** A day with its weekday; a day is a day, whatever the zone. */
export function formatDay(day: string, locale: Locale): string {
  return dayFormat(locale, 'UTC').format(new Date(`${day}T00:00:00Z`));
}

/** A moment as the clock on the wall shows it in the given zone, which is named. */
export function formatInstant(instant: string, timeZone: string, locale: Locale): string {
  return instantFormat(locale, timeZone).format(new Date(instant));
}

/** When a booking is: nights by arrival and departure, days by the first and the last, hours and sessions by the clock. */
export function formatWhen({ kind, from, to, timeZone }: Pick<BookingFact, 'kind' | 'from' | 'to' | 'timeZone'>, locale: Locale): string {
  if (kind === 'apartment' || kind === 'room') return `${formatDay(from, locale)} – ${formatDay(to, locale)}`;
  if (kind === 'workspace' || kind === 'event') return formatHours(from, to, timeZone, locale);
  const last = new Date(Date.parse(`${to}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10);
  return last === from ? formatDay(from, locale) : `${formatDay(from, locale)} – ${formatDay(last, locale)}`;
}

function formatHours(from: string, to: string, timeZone: string, locale: Locale): string {
  const dayOf = (instant: string) => dayFormat(locale, timeZone).format(new Date(instant));
  const end = dayOf(from) === dayOf(to) ? timeFormat(locale, timeZone).format(new Date(to)) : formatInstant(to, timeZone, locale);
  return `${formatInstant(from, timeZone, locale)} – ${end}`;
}

import type { UnitOfTime } from '../resource';
import type { Locale, QuoteRule } from './quote-line';

type Words = Readonly<Record<Locale, string>>;

const UNIT: Readonly<Record<UnitOfTime, Words>> = {
  night: { en: 'Night', ru: 'Ночь' },
  day: { en: 'Day', ru: 'День' },
  hour: { en: 'Hour', ru: 'Час' },
  session: { en: 'Seat', ru: 'Место' },
};

const WEEK: Words = { en: 'Week (7 nights)', ru: 'Неделя (7 ночей)' };
const WEEK_OF_DAYS: Words = { en: 'Week (7 days)', ru: 'Неделя (7 дней)' };
const MONTH: Words = { en: 'Month (30 nights)', ru: 'Месяц (30 ночей)' };
const MONTH_OF_DAYS: Words = { en: 'Month (30 days)', ru: 'Месяц (30 дней)' };

const LABELS: Readonly<Record<QuoteRule, (unit: UnitOfTime) => Words>> = {
  month: (unit) => (unit === 'night' ? MONTH : MONTH_OF_DAYS),
  week: (unit) => (unit === 'night' ? WEEK : WEEK_OF_DAYS),
  unit: (unit) => UNIT[unit],
  weekend: (unit) => (unit === 'night' ? { en: 'Weekend night', ru: 'Ночь в выходные' } : { en: 'Weekend day', ru: 'Выходной день' }),
  'part-hour': () => ({ en: 'Part of an hour', ru: 'Неполный час' }),
  seat: () => UNIT.session,
  'early-check-in': () => ({ en: 'Early check-in', ru: 'Ранний заезд' }),
  'late-check-out': () => ({ en: 'Late check-out', ru: 'Поздний выезд' }),
  'cleaning-fee': () => ({ en: 'Cleaning', ru: 'Уборка' }),
};

/** A line in the words of a language; `rule` is there for every other one. */
export function lineLabel(rule: QuoteRule, unit: UnitOfTime, locale: Locale): string {
  return LABELS[rule](unit)[locale];
}

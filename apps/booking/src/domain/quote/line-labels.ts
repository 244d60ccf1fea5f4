import type { UnitOfTime } from '../resource';
import type { Charge, LineInputs, Locale, QuoteRule } from './quote-line';

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

const PART_OF_HOUR: Words = { en: 'Part of an hour', ru: 'Неполный час' };

/** What the owner has named keeps its name in every language. */
const named = ({ name = '' }: LineInputs, { en, ru }: Words): Words => ({ en: `${name} · ${en}`, ru: `${name} · ${ru}` });
const off = ({ percent }: LineInputs, { en, ru }: Words): Words => (percent === undefined ? { en, ru } : { en: `${en}, −${percent}%`, ru: `${ru}, −${percent} %` });

const LABELS: Readonly<Record<QuoteRule, (unit: UnitOfTime, inputs: LineInputs) => Words>> = {
  month: (unit) => (unit === 'night' ? MONTH : MONTH_OF_DAYS),
  week: (unit) => (unit === 'night' ? WEEK : WEEK_OF_DAYS),
  unit: (unit) => UNIT[unit],
  weekend: (unit) => (unit === 'night' ? { en: 'Weekend night', ru: 'Ночь в выходные' } : { en: 'Weekend day', ru: 'Выходной день' }),
  'price-rule': (unit, inputs) => named(inputs, UNIT[unit]),
  'part-hour': (_unit, inputs) => (inputs.name === undefined ? PART_OF_HOUR : named(inputs, PART_OF_HOUR)),
  seat: () => UNIT.session,
  'early-check-in': () => ({ en: 'Early check-in', ru: 'Ранний заезд' }),
  'late-check-out': () => ({ en: 'Late check-out', ru: 'Поздний выезд' }),
  'length-of-stay': (_unit, inputs) => off(inputs, { en: 'Longer stay', ru: 'Длительное проживание' }),
  'early-bird': (_unit, inputs) => off(inputs, { en: 'Booked early', ru: 'Раннее бронирование' }),
  'last-minute': (_unit, inputs) => off(inputs, { en: 'Last minute', ru: 'Горящее предложение' }),
  promotion: (_unit, inputs) => off(inputs, { en: `Promotion ${inputs.code ?? ''}`, ru: `Промокод ${inputs.code ?? ''}` }),
  fee: (_unit, { name = '' }) => ({ en: name, ru: name }),
  'cleaning-fee': () => ({ en: 'Cleaning', ru: 'Уборка' }),
};

/** A line in the words of a language; `rule` is there for every other one. */
export function lineLabel({ rule, inputs = {} }: Charge, unit: UnitOfTime, locale: Locale): string {
  return LABELS[rule](unit, inputs)[locale];
}

import type { Filter } from './filter';

/** Bounds are compared with the price of one unit; without a currency, amounts of all currencies alike. */
export const priceFilter: Filter = ({ priceMin, priceMax, currency, paid }, where) => {
  if (priceMin !== undefined) where.require(`e.price_amount >= ${where.bind(priceMin)}`);
  if (priceMax !== undefined) where.require(`e.price_amount <= ${where.bind(priceMax)}`);
  if (currency !== undefined) where.require(`e.currency = ${where.bind(currency)}`);
  if (paid !== undefined) where.require(`e.is_paid = ${where.bind(paid)}`);
};

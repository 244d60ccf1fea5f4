import type { Filter } from './filter';

/** Bounds are compared with the price of one unit; without a currency, amounts of all currencies alike. */
export const priceFilter: Filter = ({ priceMin, priceMax, currency, paid, sort }, where) => {
  const isScope = sort === 'price' || sort === '-price';
  if (priceMin !== undefined) where.require(`e.price_amount >= ${where.bind(priceMin)}`, { isScope });
  if (priceMax !== undefined) where.require(`e.price_amount <= ${where.bind(priceMax)}`, { isScope });
  if (currency !== undefined) where.require(`e.currency = ${where.bind(currency)}`);
  if (paid !== undefined) where.require(`e.is_paid = ${where.bind(paid)}`);
};

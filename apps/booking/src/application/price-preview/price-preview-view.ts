import type { PreviewedTotalView, PriceDifferenceView } from '@bookable/contracts-booking';
import type { PreviewedTotal, PriceDifference } from '../../domain/price-preview/compare-prices';
import { quoteView } from '../quote-view';

/** What the wishes of one source come to, in money. */
export function totalView({ count, before, after }: PreviewedTotal, currency: string): PreviewedTotalView {
  const inMoney = (amount: number) => ({ amount, currency });
  return { count, before: inMoney(before), after: inMoney(after), change: inMoney(after - before) };
}

/** One wish with both of its quotes. */
export function differenceView({ past, from, to, before, after, change }: PriceDifference): PriceDifferenceView {
  const { source, day, times, wish } = past;
  return {
    source, day, times, from, to, quantity: wish.quantity, ...(wish.options && { options: wish.options }),
    before: quoteView(before), after: quoteView(after), change: { amount: change, currency: after.total.currency },
  };
}

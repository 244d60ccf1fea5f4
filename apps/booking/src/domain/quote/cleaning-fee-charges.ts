import type { Resource } from '../resource';
import type { Stay } from '../stay';
import type { Charge } from './quote-line';

/** The cleaning after the visit, once. */
export function cleaningFeeCharges(_stay: Stay, { price }: Resource): Charge[] {
  return price.cleaningFee ? [{ rule: 'cleaning-fee', units: 1, unitAmount: price.cleaningFee }] : [];
}

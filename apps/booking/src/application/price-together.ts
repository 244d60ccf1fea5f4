import { type BesideResource, misfitBeside, quoteTogether } from '../domain/beside';
import { type ClaimNeed, claimsOfStay } from '../domain/claim-need';
import { readStay } from '../domain/read-stay';
import { Refusal } from '../domain/refusal';
import type { Resource } from '../domain/resource';
import type { StayWish } from '../domain/stay';
import type { PricedStay } from './draft-booking';

/** A stay with what is booked beside it, what all of it costs, and all the time it takes; the main claim comes first. */
export interface PricedTogether extends PricedStay {
  readonly claims: readonly ClaimNeed[];
}

/** Checks and prices a stay and what is wanted beside it for the same time, one like the other. */
export function priceTogether(
  main: Resource, wish: StayWish, besides: readonly BesideResource[], price: (resource: Resource, wish: StayWish) => PricedStay | Refusal,
): PricedTogether | Refusal {
  const priced = misfitBeside(main, besides) ?? price(main, wish);
  if (priced instanceof Refusal) return priced;
  const claims = claimsOfStay(main, priced.stay);
  let { quote } = priced;
  for (const [index, { resource, quantity }] of besides.entries()) {
    const beside = price(resource, { from: wish.from, to: wish.to, quantity });
    if (beside instanceof Refusal) return new Refusal(beside.word, beside.detail, beside.path ?? `beside.${index}.listingId`);
    quote = quoteTogether(quote, beside.quote, resource.id);
    claims.push(...claimsOfStay(resource, beside.stay));
  }
  return { stay: priced.stay, quote, claims };
}

/** All the time that is taken by a stay that was agreed, and by what is beside it. */
export function claimsTogether(
  main: Resource, stay: Pick<PricedStay['stay'], 'during' | 'quantity'>, { from, to }: { readonly from: string; readonly to: string }, besides: readonly BesideResource[],
): ClaimNeed[] | Refusal {
  const claims = claimsOfStay(main, stay);
  for (const { resource, quantity } of besides) {
    const beside = readStay(resource, { from, to, quantity });
    if (beside instanceof Refusal) return beside;
    claims.push(...claimsOfStay(resource, beside));
  }
  return claims;
}

import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { PreviewPriceRequest, PricePreviewView } from '@bookable/contracts-booking';
import {
  type CursorKey, DomainError, Malformed, type PricePlan, addDays, cursorKey, dayAt, isId, pageOf, priceRulesSayOneThing, seasonsBeginBeforeTheyEnd,
} from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Clock } from '@bookable/platform-runtime';
import {
  type DifferenceKey, type PastWish, type PriceDifference, comparePrices, differenceKey, greatestDifferences, incomparablePlan, previewedTotal,
} from '../../domain/price-preview/compare-prices';
import type { Resource } from '../../domain/resource';
import { PastWishReader } from '../../persistence/past-wish.reader';
import { OwnedResource } from '../calendars/owned-resource';
import { asDomainError } from '../refuse';
import { differenceView, totalView } from './price-preview-view';

/** So many days are looked back. */
export const PREVIEWED_DAYS = 90;
/** Of each source; more would keep the owner waiting and tell them nothing new. */
const WISHES_AT_MOST = 5_000;
/** After so many it is everybody else's turn. */
const AT_A_STRETCH = 100;
const LIMIT = 20;

/** Shows an owner what a new price plan would have made of what was asked and booked lately. Nothing is changed by it. */
@Injectable()
export class PreviewPrice {
  constructor(
    private readonly owned: OwnedResource,
    private readonly wishes: PastWishReader,
    private readonly clock: Clock,
  ) {}

  async execute({ listingId, price, locale, cursor, limit = LIMIT }: PreviewPriceRequest, context: MessageContext): Promise<PricePreviewView> {
    const resource = await this.owned.of(listingId, context);
    refuseUnlessComparable(resource, price);
    const after = cursor === undefined ? undefined : cursorKey(cursor, isDifferenceKey);
    const since = addDays(dayAt(this.clock.now().getTime(), resource.timeZone), -PREVIEWED_DAYS);
    const { wishes, count } = await this.wishes.since(resource, since, WISHES_AT_MOST);
    const compared = await compareAll(wishes, resource, price, locale);
    const [asked, booked] = [previewedTotal(compared, 'asked'), previewedTotal(compared, 'booked')];
    const differences = pageOf(greatestDifferences(compared, after).slice(0, limit + 1), limit, differenceView, differenceKey);
    return {
      since,
      asked: totalView(asked, price.currency),
      booked: totalView(booked, price.currency),
      leftOut: count - asked.count - booked.count,
      differences: { items: [...differences.items], nextCursor: differences.nextCursor },
    };
  }
}

function refuseUnlessComparable(resource: Resource, price: PricePlan): void {
  const incomparable = incomparablePlan(resource, price);
  if (incomparable) throw asDomainError(incomparable);
  if (!seasonsBeginBeforeTheyEnd(price)) throw malformedRules('must begin before they end');
  if (!priceRulesSayOneThing(price)) throw malformedRules('must each say an amount or a percent, not both');
}

function malformedRules(message: string): DomainError {
  return new DomainError(Malformed, undefined, { errors: [{ path: 'price.rules', message }] });
}

async function compareAll(wishes: readonly PastWish[], resource: Resource, price: PricePlan, locale: PreviewPriceRequest['locale']): Promise<PriceDifference[]> {
  const changed = { ...resource, session: resource.session, isBookable: resource.isBookable, price };
  const compared: PriceDifference[] = [];
  for (const [index, wish] of wishes.entries()) {
    if (index % AT_A_STRETCH === AT_A_STRETCH - 1) await setImmediate();
    const difference = comparePrices(wish, resource, changed, locale);
    if (difference) compared.push(difference);
  }
  return compared;
}

function isDifferenceKey(key: CursorKey): key is DifferenceKey {
  return key.length === 2 && Number.isSafeInteger(key[0]) && isId(key[1]);
}

import { CancelBooking, CreatePromotion, type CreatePromotionRequest, FindPromotions, GetBooking, GetQuote, PlaceBooking, RejectBooking, RemovePromotion } from '@bookable/contracts-booking';
import type { ListingFacts } from '@bookable/contracts-catalog';
import { newId } from '@bookable/kernel';
import { RunningBooking, refusalOf } from './running-booking';
import { aListing, day } from './stand-in-catalog';

let booking: RunningBooking;
const someone = () => ({ userId: newId() });
const ownerOf = ({ ownerId }: ListingFacts) => ({ userId: ownerId });
const price = { currency: 'EUR', per: 'night', amount: 10_000, cleaningFee: 3_000 } as const;

async function aPromotion(terms: Partial<CreatePromotionRequest>, listing = aListing({ price, capacity: 500 })) {
  await booking.ask(CreatePromotion, { listingId: listing.id, code: 'winter', percent: 20, ...terms }, ownerOf(listing));
  const wish = { listingId: listing.id, from: day(5), to: day(7), promotion: 'Winter' };
  const uses = async () => (await booking.ask(FindPromotions, { listingId: listing.id }, ownerOf(listing))).items[0]?.uses;
  return { listing, wish, uses, book: (renter = someone()) => booking.ask(PlaceBooking, wish, renter) };
}

beforeAll(async () => (booking = await RunningBooking.start()));
afterAll(async () => booking.stop());
afterEach(async () => expect(await booking.faults()).toEqual([]));

describe('A promotion', () => {
  it('is taken off the nights, however its code is written, and said in the quote the booking keeps', async () => {
    const { wish, book, uses } = await aPromotion({});
    const { total, lines } = await booking.ask(GetQuote, wish);
    expect(total.amount).toBe(19_000);
    expect(lines[1]).toMatchObject({ rule: 'promotion', label: 'Promotion WINTER, −20%', amount: -4_000, inputs: { code: 'WINTER', percent: 20, baseAmount: 20_000 } });
    const { quote } = await book();
    expect(quote).toMatchObject({ total, promotion: { code: 'WINTER', percent: 20 } });
    expect(await uses()).toBe(1);
  });

  it('is refused outside of its time, for other stays, and where there is none', async () => {
    const refused = async (terms: Partial<CreatePromotionRequest>) => {
      const { wish } = await aPromotion(terms);
      return [await refusalOf(booking.ask(GetQuote, wish)), await refusalOf(booking.ask(PlaceBooking, wish, someone()))];
    };
    expect(await refused({ code: 'OTHER' })).toEqual(['promotion-unknown', 'promotion-unknown']);
    expect(await refused({ validFrom: '2199-01-01T00:00:00Z' })).toEqual(['promotion-unknown', 'promotion-unknown']);
    expect(await refused({ validTo: '2000-01-01T00:00:00Z' })).toEqual(['promotion-ended', 'promotion-ended']);
    expect(await refused({ stayFrom: day(6) })).toEqual(['promotion-not-for-this-stay', 'promotion-not-for-this-stay']);
    expect(await refused({ stayTo: day(5) })).toEqual(['promotion-not-for-this-stay', 'promotion-not-for-this-stay']);
    expect(await refused({ minUnits: 3 })).toEqual(['promotion-not-for-this-stay', 'promotion-not-for-this-stay']);
  });

  it('is given out just as often as its owner has allowed, however many come at once', async () => {
    const { book, uses } = await aPromotion({ maxUses: 7 });
    const refusals = await Promise.all(Array.from({ length: 60 }, () => refusalOf(book())));
    expect(refusals.filter((refusal) => refusal === undefined)).toHaveLength(7);
    expect(refusals.filter((refusal) => refusal === 'promotion-used-up')).toHaveLength(53);
    expect(await uses()).toBe(7);
  });

  it('is given to one person just so often', async () => {
    const { wish, listing } = await aPromotion({ maxUsesPerPerson: 1 });
    const renter = someone();
    const nights = Array.from({ length: 8 }, (_, index) => ({ ...wish, from: day(10 + index), to: day(11 + index) }));
    const refusals = await Promise.all(nights.map((one) => refusalOf(booking.ask(PlaceBooking, one, renter))));
    expect(refusals.filter((refusal) => refusal === undefined)).toHaveLength(1);
    expect(await refusalOf(booking.ask(PlaceBooking, { ...wish, listingId: listing.id }, someone()))).toBeUndefined();
  });

  it('may be had by another where a booking is cancelled or rejected, or finds no place', async () => {
    const { listing, book, uses } = await aPromotion({ maxUses: 1 }, aListing({ price, capacity: 3, booking: { approval: 'request' } }));
    const first = someone();
    const { id: bookingId } = await book(first);
    expect(await refusalOf(book())).toBe('promotion-used-up');
    await booking.ask(CancelBooking, { bookingId }, first);
    const second = await book();
    await booking.ask(RejectBooking, { bookingId: second.id, reason: 'Painters.' }, ownerOf(listing));
    await booking.ask(PlaceBooking, { listingId: listing.id, from: day(5), to: day(7), quantity: 3 }, someone());
    expect(await refusalOf(book())).toBe('slot-taken');
    expect(await uses()).toBe(0);
  });

  it('is used once by a booking that is asked for twice under one key', async () => {
    const { wish, uses } = await aPromotion({ maxUses: 1 });
    const renter = { ...someone(), idempotencyKey: newId() };
    const [first, again] = [await booking.ask(PlaceBooking, wish, renter), await booking.ask(PlaceBooking, wish, renter)];
    expect(again).toEqual(first);
    expect(await uses()).toBe(1);
  });

  it('is the owner’s alone to make, to see and to take back; who has it keeps it', async () => {
    const { listing, wish, book } = await aPromotion({});
    const renter = someone();
    const { id: bookingId, total } = await book(renter);
    const own = { listingId: listing.id, code: 'WINTER' };
    expect(await refusalOf(booking.ask(CreatePromotion, { ...own, percent: 5 }, renter))).toBe('forbidden');
    expect(await refusalOf(booking.ask(FindPromotions, { listingId: listing.id }, renter))).toBe('forbidden');
    expect(await refusalOf(booking.ask(RemovePromotion, own, renter))).toBe('forbidden');
    expect(await refusalOf(booking.ask(CreatePromotion, { ...own, percent: 5 }, ownerOf(listing)))).toBe('promotion-known');
    expect(await refusalOf(booking.ask(CreatePromotion, { ...own, code: 'BOTH', percent: 5, amount: 5 }, ownerOf(listing)))).toBe('malformed');
    await booking.ask(RemovePromotion, own, ownerOf(listing));
    expect(await refusalOf(booking.ask(GetQuote, wish))).toBe('promotion-unknown');
    expect((await booking.ask(GetBooking, { bookingId }, renter)).total).toEqual(total);
  });
});

import fc from 'fast-check';
import { blockedRanges, calendarFaults, calendarSpan, dayAfter, daysToMove, firstPrice } from './airbnb-calendar';
import { type ListingRow, importedListing, priceInMinor } from './airbnb-listing';

const place = { city: 'Albany', timeZone: 'America/New_York', currency: 'USD' };
const row: ListingRow = {
  id: '2992450', host_hash: 'c3a4384b6bec', name: 'Luxury 2 bedroom apartment', property_type: 'Entire rental unit', room_type: 'Entire home/apt',
  accommodates: '4', bathrooms_text: '1.5 shared baths', bedrooms: '2', beds: '', amenities: '["Wifi", "Kitchen", "Wifi"]', price: '$1,070.00',
  minimum_nights: '28', maximum_nights: '1125', neighbourhood_cleansed: 'THIRD WARD', latitude: '42.65789', longitude: '-73.7537',
  number_of_reviews: '9', review_scores_rating: '3.56', instant_bookable: 'f',
};
const calendar = { listing_id: '1', first_date: '2028-02-27', days: '6', available_bits: '011001', price_rle: '$125.00x6' };

describe('a row of listings', () => {
  it('becomes a listing with its host, its price in cents and its rating', () => {
    expect(importedListing(row, place)).toMatchObject({
      host: { externalId: 'c3a4384b6bec', name: 'Host c3a4384b6bec' },
      listing: { price: { amount: 107_000 }, amenities: ['Wifi', 'Kitchen'], details: { beds: 0, bathrooms: 1.5 }, booking: { approval: 'request', minUnits: 28 } },
      rating: { average: 3.56, count: 9 },
    });
  });

  it('without a price takes the one of its calendar, and without either is left out', () => {
    expect(importedListing({ ...row, price: '' }, place, '$125.00')).toMatchObject({ listing: { price: { amount: 12_500 } } });
    expect(importedListing({ ...row, price: '' }, place)).toEqual({ faults: ['there is no price, neither here nor in the calendar'] });
  });

  it.each<[Partial<ListingRow>, string]>([
    [{ id: '1.5e17' }, 'id is not a number'],
    [{ name: ' ' }, 'name is empty'],
    [{ amenities: '{' }, 'amenities are not a JSON list of texts'],
    [{ latitude: '' }, 'latitude is not one'],
    [{ longitude: '181' }, 'longitude is not one'],
    [{ accommodates: '0' }, 'it accommodates nobody'],
    [{ minimum_nights: '9', maximum_nights: '8' }, 'minimum_nights and maximum_nights contradict each other'],
    [{ number_of_reviews: 'many' }, 'number_of_reviews is not a number'],
    [{ number_of_reviews: '0' }, 'there is a rating, and nobody who gave it'],
    [{ review_scores_rating: '' }, 'review_scores_rating is not a number of stars from 1 to 5'],
    [{ review_scores_rating: '5.01' }, 'review_scores_rating is not a number of stars from 1 to 5'],
  ])('with %j is left out', (difference, fault) => {
    expect(importedListing({ ...row, ...difference }, place)).toEqual({ faults: [fault] });
  });

  it('has no longest stay where the file names one that nobody can book', () => {
    expect(importedListing({ ...row, maximum_nights: '99999' }, place)).toMatchObject({ listing: { booking: { maxUnits: 1125 } } });
  });

  it('has a price only where the text is one', () => {
    expect(['$70.00', '$12,345.67', '70', '$70', '', '$-1.00'].map(priceInMinor)).toEqual([7_000, 1_234_567, undefined, undefined, undefined, undefined]);
  });
});

describe('a calendar of bits', () => {
  it('blocks its runs of zeros, over a leap day', () => {
    expect(blockedRanges(calendar, 0)).toEqual([{ from: '2028-02-27', to: '2028-02-28' }, { from: '2028-03-01', to: '2028-03-03' }]);
  });

  it('blocks exactly the nights whose bit is zero, wherever it is moved', () => {
    const bits = fc.array(fc.constantFrom('0', '1'), { minLength: 1, maxLength: 400 }).map((all) => all.join(''));
    fc.assert(
      fc.property(bits, fc.integer({ min: 0, max: 800 }), (available_bits, moved) => {
        const ranges = blockedRanges({ ...calendar, available_bits }, moved);
        const isBlocked = (day: string) => ranges.some(({ from, to }) => from <= day && day < to);
        [...available_bits].forEach((bit, index) => expect(isBlocked(dayAfter(calendar.first_date, moved + index))).toBe(bit === '0'));
      }),
    );
  });

  it('moves to the first such weekday from today on, and not at all when it lies ahead', () => {
    expect(daysToMove('2024-11-05', '2026-11-21')).toBe(749);
    expect(daysToMove('2026-11-21', '2026-11-21')).toBe(0);
    expect(daysToMove('2027-01-01', '2026-11-21')).toBe(0);
  });

  it('reaches from its first night to the morning after its last', () => {
    expect(calendarSpan(calendar, 1)).toEqual({ from: '2028-02-28', to: '2028-03-05' });
  });

  it('knows its first price and its faults', () => {
    expect(firstPrice(calendar)).toBe('$125.00');
    expect(calendarFaults({ ...calendar, days: '7', available_bits: '01x', first_date: 'soon' })).toHaveLength(3);
  });
});

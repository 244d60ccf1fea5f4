import { type ComparableListing, comparedAmenities, comparisonRows } from './compare-listings';

const flat = (differences: Partial<ComparableListing> = {}): ComparableListing => ({
  kind: 'apartment',
  price: { amount: 100, currency: 'EUR', per: 'night' },
  rating: { average: 4.5, count: 3 },
  capacity: 1,
  location: { city: 'Riga' },
  booking: { approval: 'instant', cancellation: 'flexible' },
  details: { guests: 2, rooms: 1 },
  amenities: ['Wifi', 'Sauna'],
  nearestStation: null,
  ...differences,
});
const desk = flat({ kind: 'workspace', price: { amount: 5, currency: 'EUR', per: 'hour' }, capacity: 6, details: { seatType: 'desk' }, amenities: ['wifi'] });
const row = (listings: ComparableListing[], attribute: string) => comparisonRows(listings).find((one) => one.attribute === attribute);

describe('a comparison', () => {
  it('marks what differs', () => {
    const listings = [flat(), flat({ price: { amount: 120, currency: 'EUR', per: 'night' } })];
    expect(row(listings, 'price')).toEqual({ attribute: 'price', values: [100, 120], differs: true });
    expect(row(listings, 'currency')).toEqual({ attribute: 'currency', values: ['EUR', 'EUR'], differs: false });
  });

  it('has what matters for any of the kinds, and nothing where it does not matter', () => {
    expect(row([flat(), desk], 'guests')?.values).toEqual([2, null]);
    expect(row([flat(), desk], 'capacity')?.values).toEqual([null, 6]);
    expect(row([flat(), flat()], 'capacity')).toBeUndefined();
    expect(row([flat(), desk], 'startsAt')).toBeUndefined();
  });

  it('leaves out what is known of none', () => {
    expect(row([flat(), flat()], 'total')).toBeUndefined();
    expect(row([flat(), flat({ quote: { total: { amount: 300 }, available: false } })], 'total')?.values).toEqual([null, 300]);
    expect(row([flat(), flat({ quote: { total: { amount: 300 }, available: false } })], 'available')?.values).toEqual([null, false]);
  });

  it('says who has which amenity, however it is written, the shared ones first', () => {
    expect(comparedAmenities([flat(), desk, flat({ amenities: ['Balcony'] })])).toEqual([
      { name: 'wifi', has: [true, true, false], differs: true },
      { name: 'Balcony', has: [false, false, true], differs: true },
      { name: 'Sauna', has: [true, false, false], differs: true },
    ]);
    expect(comparedAmenities([flat(), flat()]).map(({ differs }) => differs)).toEqual([false, false]);
  });
});

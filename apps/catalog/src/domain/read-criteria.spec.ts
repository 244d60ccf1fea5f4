import fc from 'fast-check';
import { boxesOf } from './bounding-box';
import { criteriaOf, faultsOfSearch } from './read-criteria';

const NOW = new Date('2026-11-21T12:00:00Z');
const paths = (asked: Parameters<typeof faultsOfSearch>[0]) => faultsOfSearch(asked, NOW).map(({ path }) => path);

describe('the parameters of a search', () => {
  it('agree where they are about different things', () => {
    expect(paths({ q: 'x', priceMin: 5, priceMax: 5, from: '2026-11-21', to: '2026-11-22', lat: 0, lng: 0, radius: 0, sort: 'distance' })).toEqual([]);
  });

  it('are all named that do not fit', () => {
    expect(paths({ priceMin: 2, priceMax: 1, lat: 3, from: '2026-12-02', to: '2026-12-01', sort: 'relevance' }).sort()).toEqual(['lng', 'priceMax', 'sort', 'to']);
  });

  it('may ask for today wherever it still is today, and for the minute that has just begun', () => {
    expect(paths({ from: '2026-11-21', to: '2026-11-22' })).toEqual([]);
    expect(paths({ from: '2026-11-20', to: '2026-11-22' })).toEqual(['from']);
    expect(paths({ from: '2026-11-21T13:00:00+01:00', to: '2026-11-21T14:00:00+01:00' })).toEqual([]);
    expect(paths({ from: '2026-11-21T11:58:00Z', to: '2026-11-21T14:00:00Z' })).toEqual(['from']);
  });

  it('compare instants by what they are, not by how they are written', () => {
    expect(paths({ from: '2026-12-01T12:00:00+03:00', to: '2026-12-01T10:00:00Z' })).toEqual([]);
    expect(paths({ from: '2026-12-01T12:00:00+03:00', to: '2026-12-01T09:00:00Z' })).toEqual(['to']);
  });

  it('are ordered by relevance where words are given, else by the newest, unless told', () => {
    expect([criteriaOf({ q: 'x' }).sort, criteriaOf({}).sort, criteriaOf({ q: 'x', sort: 'price' }).sort]).toEqual(['relevance', 'newest', 'price']);
  });

  it('are about active listings, and as many places as the greater of seats and guests', () => {
    expect(criteriaOf({ seats: 2, guests: 5 })).toMatchObject({ status: 'active', places: 5 });
    expect(criteriaOf({ status: 'any' })).toMatchObject({ status: undefined, places: undefined });
  });
});

describe('a rectangle of the map', () => {
  const longitude = fc.integer({ min: -180, max: 180 });
  const latitude = fc.integer({ min: -90, max: 90 });

  it('covers the same longitudes as the arc from west to east, in boxes that never run backwards', () => {
    fc.assert(
      fc.property(longitude, longitude, longitude, (west, east, at) => {
        const boxes = boxesOf(`${west},-10,${east},10`) ?? [];
        const isOnArc = west <= east ? at >= west && at <= east : at >= west || at <= east;
        expect(boxes.every((box) => box.west <= box.east)).toBe(true);
        expect(boxes.some((box) => at >= box.west && at <= box.east)).toBe(isOnArc);
      }),
    );
  });

  it('has its south not above its north', () => {
    fc.assert(fc.property(latitude, latitude, (south, north) => (boxesOf(`0,${south},1,${north}`) !== undefined) === south <= north));
  });

  it.each(['', '1,2,3', '1,2,3,4,5', '181,0,1,1', '0,-91,1,1', 'a,b,c,d'])('is not %j', (text) => {
    expect(boxesOf(text)).toBeUndefined();
  });
});

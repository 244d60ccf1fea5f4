import type { FieldFault } from '@bookable/kernel';
import { boxesOf } from './bounding-box';
import { earliestToday } from './day-ring';
import type { ListingKind } from './listing-kind';
import type { ListingStatus } from './listing-status';
import type { ListingSort, Point, SearchCriteria } from './search-criteria';
import { beginsBeforeItEnds, liesAhead, wantedTime } from './wanted-time';

/** The parameters of a search as they come; each is well-formed by itself. */
export interface SearchParameters extends Partial<Omit<SearchCriteria, 'listingIds' | 'time' | 'places' | 'point' | 'boxes' | 'sort' | 'status'>> {
  readonly kind?: ListingKind;
  readonly status?: ListingStatus | 'any';
  readonly from?: string;
  readonly to?: string;
  readonly seats?: number;
  readonly guests?: number;
  readonly lat?: number;
  readonly lng?: number;
  readonly bbox?: string;
  readonly sort?: ListingSort;
}

type Rule = readonly [path: string, isBroken: (asked: SearchParameters) => boolean, message: string];

const hasPoint = ({ lat, lng }: SearchParameters) => lat !== undefined && lng !== undefined;

const RULES: readonly Rule[] = [
  ['priceMax', ({ priceMin = 0, priceMax = Infinity }) => priceMin > priceMax, 'must not be less than priceMin'],
  ['to', ({ from, to }) => from !== undefined && to === undefined, 'must be given with from'],
  ['from', ({ from, to }) => from === undefined && to !== undefined, 'must be given with to'],
  ['lng', ({ lat, lng }) => lat !== undefined && lng === undefined, 'must be given with lat'],
  ['lat', ({ lat, lng }) => lat === undefined && lng !== undefined, 'must be given with lng'],
  ['radius', (asked) => asked.radius !== undefined && !hasPoint(asked), 'needs lat and lng'],
  ['bbox', ({ bbox }) => bbox !== undefined && boxesOf(bbox) === undefined, 'must be west,south,east,north in degrees, south not above north'],
  ['sort', (asked) => asked.sort === 'distance' && !hasPoint(asked), 'distance needs lat and lng'],
  ['sort', ({ sort, q }) => sort === 'relevance' && q === undefined, 'relevance needs q'],
];

function faultsOfTime({ from, to }: SearchParameters, now: Date): FieldFault[] {
  if (from === undefined || to === undefined) return [];
  const time = wantedTime(from, to);
  if (!time) return [{ path: 'to', message: 'must be a day where from is a day, and an instant where from is one' }];
  if (!beginsBeforeItEnds(time)) return [{ path: 'to', message: 'must be later than from' }];
  return liesAhead(time, now, earliestToday(now)) ? [] : [{ path: 'from', message: 'must not lie in the past' }];
}

/** Where the parameters of a search contradict each other; each fault names one of them. */
export function faultsOfSearch(asked: SearchParameters, now: Date): FieldFault[] {
  const broken = RULES.filter(([, isBroken]) => isBroken(asked)).map(([path, , message]) => ({ path, message }));
  return [...broken, ...faultsOfTime(asked, now)];
}

function placesIn({ seats, guests }: SearchParameters): number | undefined {
  return seats === undefined && guests === undefined ? undefined : Math.max(seats ?? 1, guests ?? 1);
}

function pointIn({ lat, lng }: SearchParameters): Point | undefined {
  return lat === undefined || lng === undefined ? undefined : { lat, lng };
}

/** Takes the parameters of a search for what they mean. Only for those in which `faultsOfSearch` finds nothing. */
export function criteriaOf(asked: SearchParameters): SearchCriteria {
  const { from, to, bbox, status = 'active', sort } = asked;
  return {
    ...asked,
    tags: asked.tags ?? [],
    amenities: asked.amenities ?? [],
    status: status === 'any' ? undefined : status,
    time: from !== undefined && to !== undefined ? wantedTime(from, to) : undefined,
    places: placesIn(asked),
    point: pointIn(asked),
    boxes: bbox === undefined ? undefined : boxesOf(bbox),
    sort: sort ?? (asked.q === undefined ? 'newest' : 'relevance'),
  };
}

import * as fc from 'fast-check';
import { aResource, aWorkspace, anItem } from '../../../test/builders';
import { busyPeriod } from './busy-span';
import { type OtherClaim, placeReading } from './place-reading';

const HOUR_MS = 3_600_000;
const START_MS = Date.parse('2027-03-27T00:00:00Z');
const HOURS = 72;
const at = (hour: number) => new Date(START_MS + hour * HOUR_MS).toISOString();

const sumOf = (claims: readonly { readonly quantity: number }[]) => claims.reduce((sum, { quantity }) => sum + quantity, 0);

const someHours = fc.tuple(fc.nat(HOURS - 2), fc.integer({ min: 1, max: 24 })).map(([from, length]) => ({ from, to: Math.min(HOURS, from + length) }));
const someSpans = fc.array(someHours.map(({ from, to }) => ({ from: at(from), to: at(to) })), { maxLength: 8 });
const someClaims = fc.array(
  fc.tuple(someHours, fc.integer({ min: 1, max: 3 }), fc.option(fc.constantFrom('b1', 'b2', 'b3'), { nil: undefined })).map(
    ([{ from, to }, quantity, bookingId]): OtherClaim => ({ fromMs: START_MS + from * HOUR_MS, toMs: START_MS + to * HOUR_MS, quantity, bookingId }),
  ),
  { maxLength: 6 },
);

describe('laying a calendar over what is taken', () => {
  it('claims, hour by hour, what a naive reader would: what is sold there, as far as there are places', () => {
    fc.assert(
      fc.property(someSpans, someClaims, fc.integer({ min: 1, max: 4 }), (spans, others, capacity) => {
        const { claims, conflicts } = placeReading(aWorkspace({ capacity, timeZone: 'UTC' }), spans, others);
        const hours = Array.from({ length: HOURS }, (_, hour) => {
          const moment = START_MS + hour * HOUR_MS;
          const covers = ({ fromMs, toMs }: { fromMs: number; toMs: number }) => fromMs <= moment && moment < toMs;
          const wanted = Math.min(spans.filter(({ from, to }) => Date.parse(from) <= moment && moment < Date.parse(to)).length, capacity);
          const left = Math.max(0, capacity - sumOf(others.filter(covers)));
          const isBooked = others.some((claim) => claim.bookingId !== undefined && covers(claim));
          const found = [sumOf(claims.filter(covers)), conflicts.some(covers)];
          return { found, expected: [Math.min(wanted, left), isBooked && left < wanted] };
        });
        expect(hours.map(({ found }) => found)).toEqual(hours.map(({ expected }) => expected));
      }),
      { numRuns: 1_000 },
    );
  });

  it('is the same, in whatever order the calendar says it', () => {
    fc.assert(
      fc.property(someSpans, someClaims, (spans, others) => {
        const resource = aWorkspace({ capacity: 2, timeZone: 'UTC' });
        expect(placeReading(resource, [...spans].reverse(), [...others].reverse()).claims).toEqual(placeReading(resource, spans, others).claims);
      }),
    );
  });

  it('names the bookings in the way', () => {
    const stay = { fromMs: Date.parse('2027-03-02T13:00:00Z'), toMs: Date.parse('2027-03-03T11:00:00Z'), quantity: 1, bookingId: 'stay' };
    expect(placeReading(aResource(), [{ from: '2027-03-01', to: '2027-03-05' }], [stay]).conflicts).toEqual([{ fromMs: stay.fromMs, toMs: stay.toMs, bookingIds: ['stay'] }]);
    expect(placeReading(aResource(), [{ from: '2027-03-01', to: '2027-03-05' }], [{ ...stay, bookingId: undefined }]).conflicts).toEqual([]);
  });

  it('takes stays that touch for two, and days of each kind of listing for what they are there', () => {
    const days = { from: '2027-03-27', to: '2027-03-29' };
    const iso = (resource: Parameters<typeof busyPeriod>[0]) => Object.values(busyPeriod(resource, days)!).map((ms) => new Date(ms as number).toISOString().slice(0, 16));
    expect(iso(aResource())).toEqual(['2027-03-27T13:00', '2027-03-29T10:00']);
    expect(iso(aResource({ rules: { approval: 'instant', checkIn: '16:00', checkOut: '10:00' } }))).toEqual(['2027-03-27T15:00', '2027-03-29T08:00']);
    expect(iso(anItem())).toEqual(['2027-03-26T23:00', '2027-03-28T22:00']);
    expect(iso(aWorkspace({ timeZone: 'Asia/Kolkata' }))).toEqual(['2027-03-26T18:30', '2027-03-28T18:30']);
    expect(placeReading(aResource(), [{ from: '2027-03-01', to: '2027-03-02' }, { from: '2027-03-02', to: '2027-03-03' }], []).claims).toHaveLength(2);
  });
});

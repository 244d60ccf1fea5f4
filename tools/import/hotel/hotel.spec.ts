import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { addDays, daysOf } from '@bookable/kernel';
import { dataFile } from '@bookable/platform-testing';
import * as fc from 'fast-check';
import { Figures, differences, figuresOfRows } from './figures';
import { type HotelRow, type ReplayedStay, centsOf, readRow } from './hotel-row';
import { readStays } from './read-stays';
import { readTruth } from './read-truth';
import { deedsOf } from './replay-day';
import { kindOf, roomsNeeded } from './rooms-needed';

const row: HotelRow = {
  hotel: 'Resort Hotel', is_canceled: '0', lead_time: '3', arrival_date_year: '2016', arrival_date_month: 'February', arrival_date_day_of_month: '28',
  stays_in_weekend_nights: '1', stays_in_week_nights: '2', adults: '2', children: '0', babies: '0', reserved_room_type: 'A', assigned_room_type: 'D',
  adr: '75.5', reservation_status: 'Check-Out', reservation_status_date: '2016-03-02',
};
const read = (more: Partial<HotelRow>) => readRow(7, { ...row, ...more });

describe('a row of the data set', () => {
  it('says when the reservation was made, for which nights, for what and how it ended', () => {
    expect(read({})).toEqual({
      stay: {
        line: 7, hotel: 'Resort Hotel', madeOn: '2016-02-25', from: '2016-02-28', nights: 3, to: '2016-03-02', reservedType: 'A', assignedType: 'D',
        guests: '2 adults, 0 children, 0 babies', end: 'left', endedOn: '2016-03-02', dueCents: 22_650,
      },
      contradictions: [],
    });
  });

  it.each<[Partial<HotelRow>, string, Partial<ReplayedStay>]>([
    [{ stays_in_weekend_nights: '0', stays_in_week_nights: '0', reservation_status_date: '2016-02-28' }, 'no night: a room for a day, left in the evening', { nights: 0, to: '2016-02-29', endedOn: '2016-02-28' }],
    [{ adults: '0' }, 'nobody stays', {}],
    [{ children: 'NA' }, 'the number of children is not known', {}],
    [{ adr: '-6.38' }, 'a rate below nothing: nothing is paid', { dueCents: -1_914 }],
    [{ reservation_status_date: '2016-03-01' }, 'left before the last night that is counted: left after it', { endedOn: '2016-03-02' }],
    [{ is_canceled: '1', reservation_status: 'No-Show', reservation_status_date: '2015-11-09' }, 'missed on another day than that of arrival: missed on that', { end: 'missed', endedOn: '2016-02-28' }],
    [{ is_canceled: '1', reservation_status: 'Canceled', reservation_status_date: '2016-03-01' }, 'called off after the day of arrival: on that day', { end: 'cancelled', endedOn: '2016-02-28' }],
    [{ is_canceled: '1', reservation_status: 'Canceled', reservation_status_date: '2016-02-01' }, 'called off before it was made: on the day it was made', { endedOn: '2016-02-25' }],
    [{ is_canceled: '1' }, 'is_canceled says otherwise than reservation_status, which counts', { end: 'left' }],
  ])('%o contradicts itself, and is taken as it is said', (more, contradiction, stay) => {
    expect(read(more)).toMatchObject({ contradictions: [contradiction], stay });
  });

  it.each<[Partial<HotelRow>, string]>([
    [{ arrival_date_month: 'Brumaire' }, 'a date that is none'],
    [{ arrival_date_day_of_month: '30' }, 'a date that is none'],
    [{ reservation_status_date: '2016-2-3' }, 'a date that is none'],
    [{ lead_time: '' }, 'a number that is none'],
    [{ adr: '75,5' }, 'a number that is none'],
    [{ reservation_status: 'Gone' }, 'an unknown status, room type or hotel'],
    [{ assigned_room_type: '' }, 'an unknown status, room type or hotel'],
  ])('%o is no reservation at all', (more, fault) => expect(read(more)).toEqual({ fault }));

  it('has amounts that are never a fraction', () => {
    expect(['0', '75.5', '75.05', '-6.38', '5400'].map(centsOf)).toEqual([0, 7_550, 7_505, -638, 540_000]);
  });
});

describe('a room type of the data set', () => {
  it('is something of its own', () => {
    const kinds = Array.from({ length: 26 }, (_, index) => JSON.stringify(kindOf(String.fromCharCode(65 + index))));
    expect(new Set(kinds).size).toBe(26);
  });
});

const DAY_ONE = '2016-02-20';
const day = (later: number) => addDays(DAY_ONE, later);
const someStays = fc.array(
  fc.record({ made: fc.nat(5), ahead: fc.nat(4), nights: fc.nat(4), reserved: fc.constantFrom('A', 'B'), assigned: fc.constantFrom('A', 'B'), end: fc.constantFrom('left', 'cancelled', 'missed') }).map(
    ({ made, ahead, nights, reserved, assigned, end }): ReplayedStay => {
      const from = day(made + ahead);
      const endedOn = end === 'left' ? addDays(from, nights) : end === 'missed' ? from : day(made + Math.floor(ahead / 2));
      return { line: 1, hotel: 'H', madeOn: day(made), from, nights, to: addDays(from, Math.max(1, nights)), reservedType: reserved, assignedType: assigned, guests: '', end: end as ReplayedStay['end'], endedOn, dueCents: 0 };
    },
  ),
  { maxLength: 12 },
);

describe('the rooms of a hotel', () => {
  it('suffice for whoever sleeps there, and are no more than there ever were reservations for one night', () => {
    fc.assert(
      fc.property(someStays, (stays) => {
        const needed = roomsNeeded(stays);
        return ['A', 'B'].every((type) => {
          const nights = daysOf(DAY_ONE, day(20));
          const sleeping = nights.map((night) => stays.filter(({ end, assignedType, from, to }) => end === 'left' && assignedType === type && from <= night && night < to).length);
          const reserved = nights.map((night) => stays.filter(({ reservedType, assignedType, from, to }) => [reservedType, assignedType].includes(type) && from <= night && night < to).length);
          return Math.max(...sleeping) <= (needed.get(type) ?? 0) && (needed.get(type) ?? 0) <= Math.max(...reserved);
        });
      }),
    );
  });
});

describe('the days of a replay', () => {
  it('bring every stay from its reservation to one end', () => {
    fc.assert(
      fc.property(someStays, (stays) =>
        stays.every((stay) => {
          const [first, ...rest] = deedsOf(stay);
          const days = [first!, ...rest].map((one) => one.day);
          return first!.deed === 'reserve' && rest.some((one) => one.deed === 'check-in') === (stay.end === 'left') && days.join() === [...days].sort().join();
        }),
      ),
    );
  });
});

describe('the figures of the whole data set', () => {
  // It is not ours to ship; where it is absent, nights without anybody stand for it.
  const file = dataFile('hotel/hotel_bookings.csv.gz');

  it('are those that lie beside it', async () => {
    const isThere = existsSync(file);
    const { stays, faults } = isThere ? await readStays(file, {}) : { stays: [], faults: [] };
    const truth = isThere ? await readTruth(dirname(file)) : new Figures();
    expect([stays.length, faults.length]).toEqual([isThere ? 119_390 : 0, 0]);
    expect(differences(truth!, figuresOfRows(stays))).toEqual([]);
  }, 120_000);
});

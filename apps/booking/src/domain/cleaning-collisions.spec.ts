import { addDays, periodsOverlap } from '@bookable/kernel';
import { aResource } from '../../test/builders';
import { freeDays, segmentsOf } from './availability';
import { claimsOfStay } from './claim-need';
import { periodOfDays } from './day-period';
import type { StayOptions } from './stay';

interface Stay extends StayOptions {
  readonly from: string;
  readonly to: string;
}

const [MON, TUE, WED, THU] = ['2027-03-01', '2027-03-02', '2027-03-03', '2027-03-04'] as const;
const FITS = true;
const COLLIDES = false;

const roomWith = (cleaningMinutes: number, timeZone = 'Europe/Riga') =>
  aResource({ kind: 'room', timeZone, rules: { approval: 'instant', checkIn: '14:00', checkOut: '12:00', cleaningMinutes } });
const claimsOf = (room: ReturnType<typeof roomWith>, { from, to, ...options }: Stay) => claimsOfStay(room, { during: periodOfDays(room, from, to, options)!, quantity: 1 });

describe('A room that is cleaned after each stay', () => {
  it.each<[string, Stay, Stay, number, boolean, string?]>([
    ['two hours between 12:00 and 14:00', { from: MON, to: TUE }, { from: TUE, to: WED }, 120, FITS],
    ['a minute more', { from: MON, to: TUE }, { from: TUE, to: WED }, 121, COLLIDES],
    ['an hour before 13:00: ends are half-open', { from: MON, to: TUE }, { from: TUE, to: WED, earlyCheckIn: '13:00' }, 60, FITS],
    ['an hour before 12:59', { from: MON, to: TUE }, { from: TUE, to: WED, earlyCheckIn: '12:59' }, 60, COLLIDES],
    ['an hour before 06:00, after 12:00', { from: MON, to: TUE }, { from: TUE, to: WED, earlyCheckIn: '06:00' }, 60, COLLIDES],
    ['an hour after 13:00', { from: MON, to: TUE, lateCheckOut: '13:00' }, { from: TUE, to: WED }, 60, FITS],
    ['an hour after 13:01', { from: MON, to: TUE, lateCheckOut: '13:01' }, { from: TUE, to: WED }, 60, COLLIDES],
    ['ten hours in the night', { from: MON, to: TUE, lateCheckOut: '20:00' }, { from: WED, to: THU, earlyCheckIn: '06:00' }, 600, FITS],
    ['no time at all, from noon to noon', { from: MON, to: TUE }, { from: TUE, to: WED, earlyCheckIn: '12:00' }, 0, FITS],
    // Riga loses an hour in the night to 28 March 2027 and gets it back in the one to 31 October; Lord Howe half an hour.
    ['ten hours in the night that is an hour short', { from: '2027-03-26', to: '2027-03-27', lateCheckOut: '20:00' }, { from: '2027-03-28', to: '2027-03-29', earlyCheckIn: '06:00' }, 600, COLLIDES],
    ['nine hours of it', { from: '2027-03-26', to: '2027-03-27', lateCheckOut: '20:00' }, { from: '2027-03-28', to: '2027-03-29', earlyCheckIn: '06:00' }, 540, FITS],
    ['two hours on the day that is an hour short', { from: '2027-03-27', to: '2027-03-28' }, { from: '2027-03-28', to: '2027-03-29' }, 120, FITS],
    ['eleven hours in the night that is an hour longer', { from: '2027-10-29', to: '2027-10-30', lateCheckOut: '20:00' }, { from: '2027-10-31', to: '2027-11-01', earlyCheckIn: '06:00' }, 660, FITS],
    ['a minute more in that night', { from: '2027-10-29', to: '2027-10-30', lateCheckOut: '20:00' }, { from: '2027-10-31', to: '2027-11-01', earlyCheckIn: '06:00' }, 661, COLLIDES],
    ['nine and a half hours where clocks go forward by half an hour', { from: '2027-10-01', to: '2027-10-02', lateCheckOut: '20:00' }, { from: '2027-10-03', to: '2027-10-04', earlyCheckIn: '06:00' }, 570, FITS, 'Australia/Lord_Howe'],
    ['a minute more there', { from: '2027-10-01', to: '2027-10-02', lateCheckOut: '20:00' }, { from: '2027-10-03', to: '2027-10-04', earlyCheckIn: '06:00' }, 571, COLLIDES, 'Australia/Lord_Howe'],
  ])('%s', (_what, one, other, cleaningMinutes, fits, timeZone = 'Europe/Riga') => {
    const room = roomWith(cleaningMinutes, timeZone);
    const [ones, others] = [claimsOf(room, one), claimsOf(room, other)];
    expect(ones.some((claim) => others.some((next) => periodsOverlap(claim.during, next.during)))).toBe(!fits);
  });

  it('is shown free for the nights that can be had, cleaning after them included', () => {
    const segmentsFor = (cleaningMinutes: number) => segmentsOf(claimsOf(roomWith(cleaningMinutes), { from: TUE, to: WED, earlyCheckIn: '13:00' }).map(({ during, quantity }) => ({ ...during, quantity })));
    const freeNights = (cleaningMinutes: number) => freeDays(roomWith(cleaningMinutes), segmentsFor(cleaningMinutes), MON, addDays(MON, 4)).map(({ free }) => free);
    expect(freeNights(60)).toEqual([1, 0, 1, 1]);
    expect(freeNights(61)).toEqual([0, 0, 1, 1]);
    expect(freeNights(121)).toEqual([0, 0, 0, 1]);
  });

  it('needs no time before a stay, and where it is let by the day none after it', () => {
    const room = roomWith(60);
    expect(claimsOf(room, { from: MON, to: TUE }).map(({ kind }) => kind)).toEqual(['booking', 'buffer']);
    expect(claimsOf({ ...room, unit: 'day' }, { from: MON, to: TUE })).toHaveLength(1);
  });
});

import type { StayDays } from '../src/domain/stay-time';

/** A house as the table wants it; in Riga, with no time to clean, unless told. */
export interface HouseTerms {
  readonly timeZone?: string;
  readonly cleaningMinutes?: number;
}

export const days = (from: string, to: string, options: Partial<StayDays> = {}): StayDays => ({ from, to, earlyCheckIn: null, lateCheckOut: null, ...options });
const [MON, TUE, WED, THU] = ['2027-03-01', '2027-03-02', '2027-03-03', '2027-03-04'] as const;
const early = (earlyCheckIn: string) => days(TUE, WED, { earlyCheckIn });
const late = (lateCheckOut: string) => days(MON, TUE, { lateCheckOut });

const FITS = true;
const COLLIDES = false;

/** Two stays, and whether both can have one room, whichever comes first. Check-in is at 14:00, check-out at 12:00. */
export const STAYS_IN_ONE_ROOM: [string, StayDays, StayDays, boolean, HouseTerms?][] = [
  ['night after night', days(MON, TUE), days(TUE, WED), FITS],
  ['with a night between them', days(MON, TUE), days(WED, THU), FITS],
  ['the same night', days(MON, TUE), days(MON, TUE), COLLIDES],
  ['one within the other', days(MON, THU), days(TUE, WED), COLLIDES],
  ['half of the one in the other', days(MON, WED), days(TUE, THU), COLLIDES],

  ['until 20:00, and from 14:00', late('20:00'), days(TUE, WED), COLLIDES],
  ['until 14:01, and from 14:00', late('14:01'), days(TUE, WED), COLLIDES],
  ['until 14:00, and from 14:00: ends are half-open', late('14:00'), days(TUE, WED), FITS],
  ['until 20:00, and from the next day on', late('20:00'), days(WED, THU), FITS],
  ['until 12:00, and from 06:00', days(MON, TUE), early('06:00'), COLLIDES],
  ['until 12:00, and from 11:59', days(MON, TUE), early('11:59'), COLLIDES],
  ['until 12:00, and from 12:00: ends are half-open', days(MON, TUE), early('12:00'), FITS],
  ['until 20:00, and from 06:00', late('20:00'), early('06:00'), COLLIDES],
  ['until 13:00, and from 13:00', late('13:00'), early('13:00'), FITS],
  ['until 13:01, and from 13:00', late('13:01'), early('13:00'), COLLIDES],
  ['until 20:00 of the day before, and from 06:00', late('20:00'), days(WED, THU, { earlyCheckIn: '06:00' }), FITS],

  ['with two hours to clean between 12:00 and 14:00', days(MON, TUE), days(TUE, WED), FITS, { cleaningMinutes: 120 }],
  ['with a minute more', days(MON, TUE), days(TUE, WED), COLLIDES, { cleaningMinutes: 121 }],
  ['with an hour to clean before 13:00', days(MON, TUE), early('13:00'), FITS, { cleaningMinutes: 60 }],
  ['with an hour to clean before 12:59', days(MON, TUE), early('12:59'), COLLIDES, { cleaningMinutes: 60 }],
  ['with an hour to clean before 12:00', days(MON, TUE), early('12:00'), COLLIDES, { cleaningMinutes: 60 }],
  ['with an hour to clean after 13:00', late('13:00'), days(TUE, WED), FITS, { cleaningMinutes: 60 }],
  ['with an hour to clean after 13:01', late('13:01'), days(TUE, WED), COLLIDES, { cleaningMinutes: 60 }],
  ['with ten hours to clean in the night', late('20:00'), days(WED, THU, { earlyCheckIn: '06:00' }), FITS, { cleaningMinutes: 600 }],

  // Riga loses an hour in the night to 28 March 2027 and gets it back in the one to 31 October; Lord Howe half an hour.
  ['over the night in which clocks go forward', days('2027-03-27', '2027-03-28'), days('2027-03-28', '2027-03-29'), FITS, { cleaningMinutes: 120 }],
  ['on the day that is an hour short, with a minute more', days('2027-03-27', '2027-03-28'), days('2027-03-28', '2027-03-29'), COLLIDES, { cleaningMinutes: 121 }],
  ['ten hours to clean in the night that is an hour short', days('2027-03-26', '2027-03-27', { lateCheckOut: '20:00' }), days('2027-03-28', '2027-03-29', { earlyCheckIn: '06:00' }), COLLIDES, { cleaningMinutes: 600 }],
  ['nine hours of it', days('2027-03-26', '2027-03-27', { lateCheckOut: '20:00' }), days('2027-03-28', '2027-03-29', { earlyCheckIn: '06:00' }), FITS, { cleaningMinutes: 540 }],
  ['eleven hours in the night that is an hour longer', days('2027-10-29', '2027-10-30', { lateCheckOut: '20:00' }), days('2027-10-31', '2027-11-01', { earlyCheckIn: '06:00' }), FITS, { cleaningMinutes: 660 }],
  ['with a minute more in that night', days('2027-10-29', '2027-10-30', { lateCheckOut: '20:00' }), days('2027-10-31', '2027-11-01', { earlyCheckIn: '06:00' }), COLLIDES, { cleaningMinutes: 661 }],
  ['until and from 14:00 on the day that is an hour longer', days('2027-10-30', '2027-10-31', { lateCheckOut: '14:00' }), days('2027-10-31', '2027-11-01'), FITS],
  ['nine and a half hours where clocks go forward by half an hour', days('2027-10-01', '2027-10-02', { lateCheckOut: '20:00' }), days('2027-10-03', '2027-10-04', { earlyCheckIn: '06:00' }), FITS, { timeZone: 'Australia/Lord_Howe', cleaningMinutes: 570 }],
  ['with a minute more there', days('2027-10-01', '2027-10-02', { lateCheckOut: '20:00' }), days('2027-10-03', '2027-10-04', { earlyCheckIn: '06:00' }), COLLIDES, { timeZone: 'Australia/Lord_Howe', cleaningMinutes: 571 }],
];

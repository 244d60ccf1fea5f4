import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestDatabase, startTestDatabase } from '@bookable/platform-testing';
import { startImport } from './run-import';

jest.setTimeout(300_000);

const HEADER = [
  'hotel', 'is_canceled', 'lead_time', 'arrival_date_year', 'arrival_date_month', 'arrival_date_day_of_month', 'stays_in_weekend_nights', 'stays_in_week_nights',
  'adults', 'children', 'babies', 'reserved_room_type', 'assigned_room_type', 'adr', 'reservation_status', 'reservation_status_date',
];
const ROWS = [
  'Resort Hotel,0,2,2016,February,28,1,1,2,0,0,A,A,80.10,Check-Out,2016-03-01',
  'Resort Hotel,0,1,2016,February,29,0,1,2,0,0,A,A,100,Check-Out,2016-03-01',
  // Another room than was reserved, and both of them for one night each way round.
  'Resort Hotel,0,0,2016,February,28,0,2,2,1,0,A,D,120.05,Check-Out,2016-03-01',
  'Resort Hotel,0,1,2016,February,28,0,1,1,0,0,D,A,60,Check-Out,2016-02-29',
  'Resort Hotel,0,0,2016,February,29,0,0,2,0,0,A,A,0,Check-Out,2016-02-29',
  'Resort Hotel,1,2,2016,February,29,0,3,2,0,0,A,A,90,Canceled,2016-02-27',
  'Resort Hotel,1,0,2016,February,28,0,1,2,0,0,D,D,90,Canceled,2016-02-28',
  'Resort Hotel,1,1,2016,March,1,0,1,2,0,0,A,A,90,No-Show,2016-03-01',
  'Resort Hotel,0,1,2016,March,1,0,1,1,0,0,A,A,-6.38,Check-Out,2016-03-02',
  'Resort Hotel,0,1,2016,Brumaire,1,0,1,1,0,0,A,A,70,Check-Out,2016-03-02',
  'City Hotel,0,0,2016,February,28,0,2,2,0,0,A,A,99.99,Check-Out,2016-02-29',
  'City Hotel,0,0,2016,February,28,0,2,2,0,0,A,A,99.99,Check-Out,2016-03-01',
];

describe('A replay of hotels', () => {
  let folder: string;
  let database: TestDatabase;
  beforeAll(async () => {
    database = await startTestDatabase();
    folder = mkdtempSync(join(tmpdir(), 'bookable-replay-'));
  });
  afterAll(async () => {
    await database.stop();
    rmSync(folder, { recursive: true });
  });

  it('lives through every reservation, names rows that contradict themselves, and ends with the figures of the rows and a sound system', async () => {
    const file = join(folder, 'hotel_bookings.csv');
    writeFileSync(file, `${[HEADER.join(), ...ROWS].join('\n')}\n`);
    const { code, output } = await startImport([file, '--database', database.url], { DATA_DIR: folder, VERIFY_PATIENCE_SECONDS: '60' }, 'hotel').ended;
    const told = output.split('\n').filter((line) => /^(Line|\d+ rows|\d+ reservations|City|Resort|report|\d+ months|All)/.test(line));
    expect(told).toEqual([
      '11 reservations are replayed.',
      'Line 11 is left out: a date that is none.',
      '1 rows contradict themselves, no night: a room for a day, left in the evening: line 6.',
      '1 rows contradict themselves, a rate below nothing: nothing is paid: line 10.',
      '1 rows contradict themselves, left before the last night that is counted: left after it: line 12.',
      expect.stringMatching(/^11 reservations in [\d.]+ s: [\d.]+ a second\.$/),
      'City Hotel, 2016-02: 4, 399.96, 99.99, 0.0 % of 2',
      'Resort Hotel, 2016-02: 6, 560.30, 93.38, 28.6 % of 7',
      'Resort Hotel, 2016-03: 1, 0.00, 0.00, 50.0 % of 2',
      'Line 10 counts -6.38 in the true figures: nobody pays less than nothing, so they are compared without it.',
      '3 months and 7 days are to the cent what the rows say.',
      expect.stringMatching(/^All \d+ invariants hold\.$/),
    ]);
    expect(code).toBe(0);
  });
});

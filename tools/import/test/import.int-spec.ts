import { mkdtempSync, rmSync, appendFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitUntil } from '@bookable/platform-testing';
import { startImport } from './run-import';
import { writeCalendar, writeListings, writeReviews } from './sample-files';
import { StandInPlatform } from './stand-in-platform';

jest.setTimeout(60_000);

describe('An import', () => {
  let platform: StandInPlatform;
  let folder: string;
  beforeEach(async () => {
    platform = await StandInPlatform.open();
    folder = mkdtempSync(join(tmpdir(), 'bookable-import-'));
  });
  afterEach(async () => {
    await platform.close();
    rmSync(folder, { recursive: true });
  });

  const start = (args: readonly string[]) => startImport([...args, '--url', platform.url], { DATA_DIR: folder });
  const bringOver = async (args: readonly string[]) => start(args).ended;
  const many = (count: number) => Array.from({ length: count }, (_, index) => ({ id: String(index + 1), host_hash: `h${index % 5}` }));

  it('brings over every listing with its host, its calendar and its rating', async () => {
    const listings = writeListings(folder, many(12));
    const calendar = writeCalendar(folder, [['1', '1100111'], ['2', '1111111']]);
    const reviews = writeReviews(folder, [['1', 'r1', '2024-01-02'], ['1', 'r2', '2024-02-03']]);
    const { code, output } = await bringOver([listings, '--calendar', calendar, '--reviews', reviews]);
    expect([code, output]).toEqual([0, expect.stringContaining('12 of 12 listings are on the platform, 0 rows left out')]);
    expect([platform.people.size, platform.listings.size, platform.calendars.size, platform.ratings.size]).toEqual([5, 12, 2, 12]);
    const { id } = platform.listings.get('1')!;
    expect(platform.calendars.get(id)).toMatchObject({ block: [{ note: 'airbnb' }], unblock: [{}] });
    expect(platform.ratings.get(id)).toMatchObject({ average: 4.5, count: 2, reviews: [{ externalId: 'r1' }, { externalId: 'r2' }] });
  });

  it('names every row it leaves out, by its line, and brings over all the others', async () => {
    const listings = writeListings(folder, [
      { id: '1', name: 'On two\nlines' }, 'too,few', '', { id: '5', price: 'free' }, { id: '1', name: 'Again' }, '1,"quoted"badly,x', { id: '8', latitude: 'north' }, { id: '9' },
    ]);
    const calendar = writeCalendar(folder, [['1', '101'], ['9', '101', '4'], ['404', '111']]);
    const reviews = writeReviews(folder, [['9', 'r1', 'yesterday'], ['404', 'r2', '2024-01-01'], ['1', 'r3', '2024-01-01'], ['1', 'r3', '2024-01-01']]);
    const { code, output } = await bringOver([listings, '--calendar', calendar, '--reviews', reviews]);
    expect(code).toBe(0);
    for (const line of [
      'listings, line 4: it has another number of columns than the header',
      'listings, line 6 (5): there is no price, neither here nor in the calendar',
      'listings, line 7 (1): the same id stands in line 2',
      'calendar, line 3 (9): available_bits are not as many as days',
      'calendar, line 4 (404): its listing is not among those that could be read',
      'reviews, line 2 (r1): date is not a day',
      'reviews, line 3 (r2): its listing is not among those that could be read',
      'reviews, line 5 (r3): the same id stands in line 4',
    ]) expect(output).toContain(line);
    expect(output).toMatch(/listings, line 8: .*quote/i);
    expect(platform.listings.get('1')?.listing).toMatchObject({ title: 'On two\nlines' });
  });

  it('names what the platform refuses, in its words', async () => {
    platform.disturb = ({ path, body }) => {
      if (path === '/api/admin/listings' && body['externalId'] === '2') return { status: 400, body: { code: 'malformed', errors: [{ path: 'listing.title', message: 'is too long' }] } };
      return path.endsWith('listing-1/availability') ? { status: 409, body: { code: 'slot-taken', detail: 'There is a booking in this time.' } } : undefined;
    };
    const calendar = writeCalendar(folder, [['1', '101']]);
    const { output } = await bringOver([writeListings(folder, [{ id: '1' }, { id: '2' }]), '--calendar', calendar]);
    expect(output).toContain('listings, line 3 (2): 400 malformed: listing.title is too long');
    expect(output).toContain('calendar, line 2 (1): 409 slot-taken: There is a booking in this time.');
    expect(output).toContain('1 of 2 listings are on the platform, 2 rows left out');
  });

  it('that is killed in the middle goes on where it stopped, and ends as if nothing had happened', async () => {
    const listings = writeListings(folder, many(120));
    platform.answerAfterMs = 15;
    const broken = start([listings]);
    await waitUntil(() => platform.ratings.size >= 40, { timeoutMs: 30_000 });
    broken.process.kill('SIGKILL');
    await broken.ended;
    const [journal] = readdirSync(join(folder, 'import'));
    appendFileSync(join(folder, 'import', journal!), '{"externalId":"half of a li');
    const before = platform.listings.size;
    const sentBefore = platform.count('POST', /listings$/);
    expect(before).toBeLessThan(120);

    platform.answerAfterMs = 0;
    const { code, output } = await bringOver([listings]);
    expect([code, output]).toEqual([0, expect.stringContaining('120 of 120 listings are on the platform')]);
    expect([platform.listings.size, platform.ratings.size, platform.people.size]).toEqual([120, 120, 5]);
    // Only what had been under way when the process died was sent a second time.
    expect(platform.count('POST', /listings$/) - sentBefore).toBeLessThanOrEqual(120 - before + 8);
  });

  it('that is run again sends nothing, unless the files say something else or the database is another', async () => {
    const files = (bits: string) => [writeListings(folder, many(6)), '--calendar', writeCalendar(folder, [['1', bits]])];
    await bringOver(files('1111'));
    const sent = () => platform.received.filter(({ path }) => path !== '/api/auth/login').length;
    const first = sent();
    expect((await bringOver(files('1111'))).output).toContain('6 of 6 listings are on the platform');
    expect(sent()).toBe(first);
    await bringOver(files('1001'));
    expect(sent()).toBe(first + 4);
    expect([...platform.calendars.values()]).toMatchObject([{ block: [{}] }]);
    platform.operatorId = 'operator-2';
    await bringOver(files('1001'));
    expect(sent()).toBeGreaterThan(first + 12);
    expect(platform.listings.size).toBe(6);
  });

  it('waits while it is told to, and signs in again when its token has run out', async () => {
    let busy = 3;
    platform.disturb = ({ path }, token) => {
      if (path === '/api/auth/login') return undefined;
      if (token === 'Bearer token-1') return { status: 401, body: { code: 'unauthenticated' } };
      return (busy -= 1) >= 0 ? { status: [429, 503, 502][busy]!, headers: { 'retry-after': '1' } } : undefined;
    };
    const { output } = await bringOver([writeListings(folder, many(20))]);
    expect(output).toContain('20 of 20 listings are on the platform, 0 rows left out');
    expect(platform.count('POST', /login$/)).toBe(2);
  });

  it('does not begin with a file that is not what it is taken for', async () => {
    const { code, output } = await bringOver([writeReviews(folder, [])]);
    expect([code, output]).toEqual([1, expect.stringContaining('has no column name, property_type')]);
    expect((await bringOver([join(folder, 'nowhere.csv')])).code).toBe(1);
  });
});

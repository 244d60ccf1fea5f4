import { newId } from '@bookable/kernel';
import { Client } from 'pg';
import { seed } from '../bench/seed';
import { type BookingSide, bookingPage } from '../src/persistence/booking-page';
import { RunningBooking } from './running-booking';

const BOOKINGS = Number(process.env['BOOKING_LIST_SIZE'] ?? 20_000);
const LIMIT = 20;

interface Node {
  readonly 'Node Type': string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows'?: number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Node[];
}

describe('The list of somebody’s bookings among very many', () => {
  let booking: RunningBooking;
  let client: Client;
  let ownerId: string;
  let renterId: string;

  beforeAll(async () => {
    booking = await RunningBooking.start();
    client = new Client({ connectionString: booking.databaseUrl, options: '-c search_path=booking,extensions,public -c plan_cache_mode=force_generic_plan' });
    await client.connect();
    await seed(client, 100, BOOKINGS);
    // One owner has let nearly everything, one guest has rented half of it, and a few oldest bookings still wait.
    ownerId = newId();
    renterId = newId();
    await client.query('UPDATE booking SET owner_id = $1', [ownerId]);
    await client.query('UPDATE booking SET renter_id = $1 WHERE mod(hashtext(id::text), 2) = 0', [renterId]);
    await client.query(`UPDATE booking SET status = 'pending' WHERE id IN (SELECT id FROM booking ORDER BY id LIMIT 30)`);
    await client.query('VACUUM ANALYZE booking');
  }, 600_000);
  afterAll(async () => {
    await client.end();
    await booking.stop();
  });

  /** What was read, by a plan that was made for any parameters, as a connection in use has. */
  const scansOf = async (side: BookingSide, status: string | null, beforeId: string | null = null): Promise<Node[]> => {
    const { name, text } = bookingPage(side, status !== null);
    const literal = (value: string | number | null) => (value === null ? 'NULL' : `'${value}'`);
    const userId = side === 'owner' ? ownerId : renterId;
    await client.query(`PREPARE "${name}" AS ${text}`);
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(
      `EXPLAIN (ANALYZE, FORMAT JSON) EXECUTE "${name}" (${[userId, status, null, null, null, beforeId, LIMIT, null].map(literal).join()})`,
    );
    await client.query(`DEALLOCATE "${name}"`);
    const scans = (node: Node): Node[] => [...(node['Node Type'].endsWith('Scan') && !/^(CTE|Subquery)/.test(node['Node Type']) ? [node] : []), ...(node.Plans ?? []).flatMap(scans)];
    return scans(rows[0]!['QUERY PLAN'][0].Plan);
  };
  const read = (scans: readonly Node[]) => scans.reduce((sum, scan) => sum + (scan['Actual Rows'] ?? 0) + (scan['Rows Removed by Filter'] ?? 0), 0);
  const indexes = (scans: readonly Node[]) => scans.map((scan) => scan['Index Name']);

  it('is read by its index and no further than the page, from any cursor', async () => {
    const middle = (await client.query<{ id: string }>('SELECT id FROM booking ORDER BY id OFFSET $1 LIMIT 1', [BOOKINGS / 2])).rows[0]!.id;
    for (const [side, index] of [['owner', 'booking_owner'], ['renter', 'booking_renter']] as const) {
      for (const beforeId of [null, middle]) {
        const scans = await scansOf(side, null, beforeId);
        expect(indexes(scans)).toEqual([index]);
        expect(read(scans)).toBeLessThanOrEqual(LIMIT + 1);
      }
    }
  });

  it('of an owner finds the few that wait without reading those that are over', async () => {
    const scans = await scansOf('owner', 'pending');
    expect(indexes(scans)).toEqual(['booking_owner_status']);
    expect(read(scans)).toBeLessThanOrEqual(LIMIT + 1);
  });

  it('of both sides reads each by an index', async () => {
    expect((await scansOf('both', 'completed')).every((scan) => scan['Index Name']?.startsWith('booking_'))).toBe(true);
  });
});

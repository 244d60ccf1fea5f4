import { type ServiceDatabase, startServiceDatabase } from '@bookable/platform-testing';
import { deleteInBatches } from '../src/delete-in-batches';
import { watchQueries } from './watched-queries';

const ROWS = 2_500;

describe('rows that are deleted in batches', () => {
  let service: ServiceDatabase;
  beforeAll(async () => {
    service = await startServiceDatabase({ service: 'sweeping', entities: [], migrations: [] });
    await service.database.query('CREATE TABLE stale (id integer PRIMARY KEY, at timestamptz NOT NULL)');
  });
  afterAll(() => service.stop());
  beforeEach(async () => {
    await service.database.query('TRUNCATE stale');
    await service.database.query(`INSERT INTO stale SELECT id, '2026-01-01'::timestamptz + id * interval '1 minute' FROM generate_series(1, $1) AS id`, [ROWS]);
  });
  const left = async () => (await service.database.query<{ count: number }>('SELECT count(*)::int AS count FROM stale'))[0]!.count;
  const old = { table: 'stale', where: `at <= '2026-01-01'::timestamptz + $1 * interval '1 minute'` };

  it('are just those that are meant, and no statement takes more than a batch', async () => {
    const { database, counts } = watchQueries(service.database);
    expect(await deleteInBatches(database, old, [ROWS - 100])).toBe(ROWS - 100);
    expect(await left()).toBe(100);
    expect(Math.max(...counts)).toBe(1_000);
    expect(await deleteInBatches(service.database, old, [ROWS - 100])).toBe(0);
  });

  it('are passed by while somebody holds them, and nobody waits', async () => {
    await service.database.transaction(async (tx) => {
      await tx.query('SELECT FROM stale WHERE id <= 10 FOR UPDATE');
      expect(await deleteInBatches(service.database, old, [20])).toBe(10);
    });
    expect(await deleteInBatches(service.database, old, [20])).toBe(10);
  });

  it('go once where two replicas sweep at the same time', async () => {
    const swept = await Promise.all([1, 2, 3].map(() => deleteInBatches(service.database, old, [ROWS])));
    expect(swept.reduce((sum, rows) => sum + rows, 0) + (await left())).toBe(ROWS);
  });
});

import { openDatabase, serviceRole } from '@bookable/platform-database';
import { KeptEvents, startTestDatabase } from '../src/index';
import { Client } from 'pg';

async function rolesOn(url: string): Promise<string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ rolname: string }>('SELECT rolname FROM pg_roles');
  await client.end();
  return rows.map(({ rolname }) => rolname);
}

describe('a test database', () => {
  it('is empty, and another one for whoever asks next', async () => {
    const [one, other] = await Promise.all([startTestDatabase(), startTestDatabase()]);
    expect(one.url).not.toBe(other.url);
    await Promise.all([one.stop(), other.stop()]);
  });

  it('goes when it is stopped, with its connections and the roles of its services', async () => {
    const { url, stop } = await startTestDatabase();
    const bystander = await startTestDatabase();
    const { role } = serviceRole('notes', url);
    // Left open on purpose: a test that fails closes nothing.
    const open = await openDatabase({ service: 'notes', databaseUrl: url, entities: [], migrations: [] }, new KeptEvents());
    await stop();
    await expect(open.database.query('SELECT 1')).rejects.toThrow();
    expect(await rolesOn(bystander.url)).not.toContain(role);
    await open.close();
    await bystander.stop();
  });
});

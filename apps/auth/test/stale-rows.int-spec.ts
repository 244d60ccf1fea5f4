import { newId } from '@bookable/kernel';
import { type ServiceDatabase, startServiceDatabase } from '@bookable/platform-testing';
import { CreateUsers202611211000 } from '../src/persistence/migrations/202611211000-create-users';
import { CreateSessions202611211001 } from '../src/persistence/migrations/202611211001-create-sessions';
import { CreateEndedSession202611212200 } from '../src/persistence/migrations/202611212200-create-ended-session';
import { StaleRowStore } from '../src/persistence/stale-row.store';

const NOW = new Date('2026-11-21T12:00:00Z');
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);

describe('the sweeping of stale rows', () => {
  let auth: ServiceDatabase;
  const userId = newId();

  beforeAll(async () => {
    auth = await startServiceDatabase({ service: 'auth', entities: [], migrations: [CreateUsers202611211000, CreateSessions202611211001, CreateEndedSession202611212200] });
    await auth.database.query(
      `INSERT INTO user_account (id, email, name, password_hash, roles, locale, created_at, version) VALUES ($1, 'a@mail.example', 'A', '-', '{renter}', 'en', $2, 1)`,
      [userId, NOW],
    );
  });
  afterAll(() => auth.stop());

  const aSession = async (expiresAt: Date) => {
    const id = newId();
    await auth.database.query('INSERT INTO session (id, user_id, created_at, last_used_at, expires_at) VALUES ($1, $2, $3, $3, $4)', [id, userId, daysAgo(40), expiresAt]);
    await auth.database.query('INSERT INTO refresh_token (token_hash, session_id) VALUES ($1, $2)', [Buffer.from(id), id]);
    return id;
  };
  const anAttempt = (subject: string, lastFailedAt: Date) =>
    auth.database.query('INSERT INTO sign_in_attempt (subject, failures, last_failed_at) VALUES ($1, 3, $2)', [subject, lastFailedAt]);
  const column = async (sql: string) => (await auth.database.query<{ kept: string }>(sql)).map(({ kept }) => kept);

  it('takes what is over and leaves what is not', async () => {
    const alive = await aSession(new Date(NOW.getTime() + 1));
    await aSession(daysAgo(0.1));
    const link = (purpose: string, expiresAt: Date) =>
      auth.database.query('INSERT INTO mail_link (token_hash, user_id, purpose, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)', [Buffer.from(purpose), userId, purpose, daysAgo(2), expiresAt]);
    await link('email-verification', daysAgo(1));
    await link('password-reset', new Date(NOW.getTime() + 1_000));
    await anAttempt('network:old', daysAgo(1.1));
    await anAttempt('network:new', daysAgo(0.9));
    await anAttempt('account:old', daysAgo(31));
    await anAttempt('account:slow', daysAgo(29));
    const network = (name: string, seenAt: Date) => auth.database.query('INSERT INTO familiar_network VALUES ($1, $2, $3)', [userId, name, seenAt]);
    await network('192.0.2.1', daysAgo(91));
    await network('192.0.2.2', daysAgo(89));

    for (const endedAt of [daysAgo(0.03), daysAgo(0.05)]) await auth.database.query('INSERT INTO ended_session (user_id, ended_at) VALUES ($1, $2)', [userId, endedAt]);

    expect(await new StaleRowStore(auth.database).sweep(NOW)).toBe(6);

    expect(await column('SELECT id AS kept FROM session')).toEqual([alive]);
    expect(await column('SELECT session_id AS kept FROM refresh_token')).toEqual([alive]);
    expect(await column('SELECT purpose AS kept FROM mail_link')).toEqual(['password-reset']);
    expect(await column('SELECT subject AS kept FROM sign_in_attempt ORDER BY subject')).toEqual(['account:slow', 'network:new']);
    expect(await column('SELECT network AS kept FROM familiar_network')).toEqual(['192.0.2.2']);
    expect(await new StaleRowStore(auth.database).sweep(NOW)).toBe(0);
  });

  it('goes on until a great pile is gone, two replicas at once', async () => {
    await auth.database.query(`INSERT INTO sign_in_attempt SELECT 'network:pile ' || n, 1, $1 FROM generate_series(1, 2500) AS n`, [daysAgo(5)]);
    const stores = [new StaleRowStore(auth.database), new StaleRowStore(auth.database)];
    const swept = await Promise.all(stores.map((store) => store.sweep(NOW)));
    const left = await new StaleRowStore(auth.database).sweep(NOW);
    expect(swept.reduce((sum, rows) => sum + rows, left)).toBe(2_500);
    expect(await column(`SELECT subject AS kept FROM sign_in_attempt WHERE subject LIKE 'network:pile%'`)).toEqual([]);
  });
});

import { type TestDatabase, startTestDatabase } from '@bookable/platform-testing';
import { Client } from 'pg';
import { checkInvariants, isGreen } from '../check-invariants';
import { INVARIANTS } from '../invariants';
import { takenHoursEqualAvailability } from '../invariants/taken-hours-equal-availability';
import { reportOf } from '../report';
import { PLANTED_VIOLATIONS } from './planted-violations';
import { makeServiceSchemas } from './service-schemas';
import { IDS, SOUND_WORLD } from './sound-world';

describe('the checker of what must always be true', () => {
  let server: TestDatabase;
  let owner: Client;
  beforeAll(async () => {
    server = await startTestDatabase();
    await makeServiceSchemas(server.url);
    owner = new Client({ connectionString: server.url, options: '-c timezone=UTC' });
    await owner.connect();
    await owner.query(SOUND_WORLD);
  });
  afterAll(async () => {
    await owner.end();
    await server.stop();
  });

  /** Foreign keys and triggers are off while a violation is planted: what is tested is the checker, not the tables. */
  const withPlanted = async <Result>(violation: string, look: () => Promise<Result>): Promise<Result> => {
    await owner.query('BEGIN; SET LOCAL session_replication_role = replica');
    try {
      await owner.query(violation);
      return await look();
    } finally {
      await owner.query('ROLLBACK');
    }
  };

  it('is content with a sound world', async () => {
    const findings = await checkInvariants(owner, INVARIANTS, 0);
    expect(findings.filter((finding) => !isGreen(finding)).map(({ invariant, violations, missing }) => ({ name: invariant.name, violations, missing }))).toEqual([]);
    expect(reportOf(findings)).toContain(`All ${INVARIANTS.length} invariants hold.`);
  });

  it('has a planted violation for every invariant', () => {
    expect(Object.keys(PLANTED_VIOLATIONS).sort()).toEqual(INVARIANTS.map(({ name }) => name).sort());
  });

  describe.each(INVARIANTS)('$name', (invariant) => {
    it.each(PLANTED_VIOLATIONS[invariant.name] ?? [])('is seen where it is broken (%#)', async (violation) => {
      const [finding] = await withPlanted(violation, () => checkInvariants(owner, [invariant], 0));
      expect(finding!.violations.length).toBeGreaterThan(0);
      expect(reportOf([finding!])).toMatch(/1 of 1 invariants do not hold/);
    });
  });

  it('is red, not green, where there is nothing to check', async () => {
    const findings = await withPlanted('DROP TABLE url_shortener.outbox', () => checkInvariants(owner, INVARIANTS, 0));
    expect(findings.filter((finding) => !isGreen(finding)).map(({ missing }) => missing)).toEqual([['url_shortener.outbox']]);
    expect(reportOf(findings)).toContain('cannot be checked without url_shortener.outbox');
  });

  it('gives copies the time to agree', async () => {
    const copies = INVARIANTS.filter(({ settles }) => settles);
    await owner.query(`INSERT INTO booking.outbox (message_id, topic, aggregate_id, occurred_at, request_id, payload) VALUES (gen_random_uuid(), 't', 'a', now(), 'r', '{}')`);
    const checking = checkInvariants(owner, copies, 10_000);
    const relay = new Client({ connectionString: server.url });
    await relay.connect();
    await relay.query('DELETE FROM booking.outbox');
    await relay.end();
    expect((await checking).every(isGreen)).toBe(true);
  });

  it('knows that search keeps whole seconds of what begins and ends within them', async () => {
    const findings = await withPlanted(
      `UPDATE booking.claim SET during = tstzrange(lower(during) + interval '0.25 s', upper(during) - interval '0.25 s') WHERE resource_id = '${IDS.hall}'`,
      () => checkInvariants(owner, [takenHoursEqualAvailability], 0),
    );
    expect(findings.every(isGreen)).toBe(true);
  });

  it('counts no request that has run out, though nobody has cleared it away yet', async () => {
    const findings = await withPlanted(
      `UPDATE booking.claim SET expires_at = now() - interval '1 minute' WHERE kind = 'booking'; UPDATE booking.booking SET status = 'pending', expires_at = now() - interval '1 minute' WHERE status = 'confirmed'`,
      () => checkInvariants(owner, INVARIANTS.filter(({ promise }) => promise === 1 || promise === 7), 0),
    );
    expect(findings.every(isGreen)).toBe(true);
  });
});

import { readConfig, text } from '@bookable/platform-config';
import { migrateService } from './migrate-service';
import type { ServiceDefinition } from './service-definition';

const serviceThat = (migrate: ServiceDefinition['migrate']): ServiceDefinition => ({
  name: 'clock',
  module: () => {
    throw new Error('The service is not to be started.');
  },
  migrate,
});
const QUIET = { LOG_LEVEL: 'silent' };

describe('a service that is only migrated', () => {
  it('is not started, and ends well', async () => {
    const given: unknown[] = [];
    expect(await migrateService(serviceThat(async (env) => { given.push(env); return ['CreateHand']; }), QUIET)).toBe(0);
    expect(given).toEqual([QUIET]);
  });

  it('waits for a database that does not answer yet', async () => {
    let tries = 0;
    const late = serviceThat(async () => {
      tries += 1;
      if (tries < 3) throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
      return [];
    });
    expect([await migrateService(late, QUIET), tries]).toEqual([0, 3]);
  });

  it('ends with 1 where a migration fails', async () => {
    expect(await migrateService(serviceThat(() => Promise.reject(new Error('The migration CreateHand failed.'))), QUIET)).toBe(1);
  });

  it('ends with 78 where its environment is unusable, and tries nothing', async () => {
    const said = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    const picky = serviceThat(async (env) => [readConfig(env, { GREETING: text() }).GREETING]);
    expect([await migrateService(picky, QUIET), await migrateService(picky, { LOG_LEVEL: 'loud' })]).toEqual([78, 78]);
    expect(said.mock.calls.map(([words]) => String(words)).join('')).toMatch(/GREETING is missing[^]*LOG_LEVEL must be one of/);
    said.mockRestore();
  });

  it('has nothing to do without a database', async () => {
    expect(await migrateService(serviceThat(undefined), QUIET)).toBe(0);
  });
});

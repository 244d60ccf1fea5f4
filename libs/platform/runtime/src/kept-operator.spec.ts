import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { operatorEnvironment, operatorFileIn } from './kept-operator';

describe('the operator of a machine', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bookable-operator-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is made once, kept for the owner of the file only, and handed on by environment', () => {
    const dataFolder = join(folder, 'deep', 'data');
    const first = operatorEnvironment({}, dataFolder);
    expect(operatorEnvironment({ OPERATOR_EMAIL: ' ' }, dataFolder)).toEqual(first);
    expect(JSON.parse(readFileSync(operatorFileIn(dataFolder), 'utf8'))).toEqual({ email: first['OPERATOR_EMAIL'], password: first['OPERATOR_PASSWORD'] });
    expect(first['OPERATOR_PASSWORD']).toMatch(/^[\w-]{32}$/);
    expect(statSync(operatorFileIn(dataFolder)).mode & 0o777).toBe(0o600);
    expect(readdirSync(dataFolder)).toEqual(['operator.json']);
  });

  it.each([{ OPERATOR_EMAIL: 'me@house.example', OPERATOR_PASSWORD: 'steady-Lantern-31' }, { OPERATOR_EMAIL: 'me@house.example' }, { NODE_ENV: 'production' }])(
    'is not made up for %j', (env) => {
      const dataFolder = mkdtempSync(join(folder, 'none-'));
      expect(operatorEnvironment(env, dataFolder)).toEqual({});
      expect(readdirSync(dataFolder)).toEqual([]);
    },
  );
});

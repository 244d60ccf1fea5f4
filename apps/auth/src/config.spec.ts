import { AuthConfig } from './config';

const least = { DATABASE_URL: 'postgres://db/bookable' };
const key = 'k'.repeat(31);

describe('the environment of auth', () => {
  it('needs a database and nothing else on a machine of one\'s own', () => {
    expect(AuthConfig.read(least)).toEqual({
      databaseUrl: least.DATABASE_URL, poolSize: 5, adminEmails: [], attemptFactor: 1, jwtPrivateKey: undefined, sealingSecret: undefined, dataDir: '.data', erasuresKeptDays: 400,
    });
    expect(() => AuthConfig.read({})).toThrow('DATABASE_URL is missing');
  });

  it('needs a sealing key in production, unless a folder is named that outlives the process', () => {
    expect(() => AuthConfig.read({ ...least, NODE_ENV: 'production' })).toThrow('AUTH_SEALING_KEY is missing');
    expect(AuthConfig.read({ ...least, NODE_ENV: 'production', DATA_DIR: '/data' }).dataDir).toBe('/data');
    expect(AuthConfig.read({ ...least, NODE_ENV: 'production', AUTH_SEALING_KEY: `${key}!` }).sealingSecret).toBe(`${key}!`);
  });

  it('takes no short sealing key, and does not repeat it', () => {
    const read = () => AuthConfig.read({ ...least, AUTH_SEALING_KEY: key });
    expect(read).toThrow('AUTH_SEALING_KEY must be a random secret of at least 32 characters');
    expect(read).not.toThrow(key);
  });

  it('lists the addresses of administrators', () => {
    expect(AuthConfig.read({ ...least, ADMIN_EMAILS: 'a@mail.example, b@mail.example' }).adminEmails).toEqual(['a@mail.example', 'b@mail.example']);
  });

  it('takes an operator whole or not at all, and counts them among the administrators', () => {
    const operator = { OPERATOR_EMAIL: 'Op@HOUSE.example', OPERATOR_PASSWORD: 'steady-Lantern-31' };
    expect(AuthConfig.read({ ...least, ...operator })).toMatchObject({ operator: { email: 'Op@house.example', password: 'steady-Lantern-31' }, adminEmails: ['Op@house.example'] });
    expect(() => AuthConfig.read({ ...least, OPERATOR_EMAIL: operator.OPERATOR_EMAIL })).toThrow('OPERATOR_PASSWORD is missing');
    expect(() => AuthConfig.read({ ...least, OPERATOR_PASSWORD: operator.OPERATOR_PASSWORD })).toThrow('OPERATOR_EMAIL is missing');
    expect(() => AuthConfig.read({ ...least, ...operator, OPERATOR_PASSWORD: 'password' })).toThrow('OPERATOR_PASSWORD must be harder to guess (common)');
    expect(AuthConfig.read({ ...least, OPERATOR_EMAIL: '', OPERATOR_PASSWORD: '' }).operator).toBeUndefined();
  });
});

import * as fc from 'fast-check';
import { ConfigError } from './config-error';
import { durationMs, integer, port } from './number-readers';
import { readConfig } from './read-config';
import { flag, list, secret, text } from './text-readers';
import { amqpUrl, postgresUrl, webUrl } from './url-readers';

const specs = {
  PORT: port({ default: 3000 }),
  DATABASE_URL: postgresUrl({ desc: 'where the data lives', example: 'postgres://127.0.0.1:5432/bookable' }),
  MAIL_KEY: secret({ default: undefined }),
  LOG_LEVEL: text({ choices: ['info', 'warn'], default: 'info' }),
  RETRY_AFTER: durationMs({ default: 5_000 }),
  ORIGINS: list({ default: [] }),
  DEMO: flag({ default: true }),
};

function faultsOf(read: () => unknown): ConfigError {
  try {
    read();
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('reading the environment', () => {
  const least = { DATABASE_URL: 'postgres://db/bookable' };

  it('fills in what is left out', () => {
    expect(readConfig(least, specs)).toEqual({ PORT: 3000, DATABASE_URL: least.DATABASE_URL, MAIL_KEY: undefined, LOG_LEVEL: 'info', RETRY_AFTER: 5_000, ORIGINS: [], DEMO: true });
  });

  it('parses each kind', () => {
    const config = readConfig({ ...least, PORT: '0', RETRY_AFTER: '15m', ORIGINS: 'https://a.example, https://b.example,', DEMO: 'Off' }, specs);
    expect(config).toMatchObject({ PORT: 0, RETRY_AFTER: 900_000, ORIGINS: ['https://a.example', 'https://b.example'], DEMO: false });
  });

  it('takes an empty variable for an absent one', () => {
    expect(readConfig({ ...least, PORT: '', MAIL_KEY: '  ' }, specs)).toMatchObject({ PORT: 3000, MAIL_KEY: undefined });
  });

  it('names every fault at once, with an example where one is known', () => {
    const error = faultsOf(() => readConfig({ PORT: '70000', LOG_LEVEL: 'loud', RETRY_AFTER: 'soon', DEMO: 'maybe' }, specs));
    expect(error.faults.map((fault) => fault.variable).sort()).toEqual(['DATABASE_URL', 'DEMO', 'LOG_LEVEL', 'PORT', 'RETRY_AFTER']);
    expect(error.message).toContain('PORT must be a whole number from 0 to 65535');
    expect(error.message).toContain('LOG_LEVEL must be one of info, warn');
    expect(error.message).toContain('DATABASE_URL is missing (where the data lives), for example DATABASE_URL=postgres://127.0.0.1:5432/bookable');
  });

  it('never repeats a value, which may be a secret', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 20 }).map((tail) => `canary${tail}`), (value) => {
        const env = { PORT: value, DATABASE_URL: value, LOG_LEVEL: value, RETRY_AFTER: value, DEMO: value };
        expect(faultsOf(() => readConfig(env, specs)).message).not.toContain('canary');
      }),
    );
  });

  it.each(['changeme', 'secret', 'short', 'Password!'])('refuses %p as a secret', (MAIL_KEY) => {
    expect(faultsOf(() => readConfig({ ...least, MAIL_KEY }, specs)).faults).toHaveLength(1);
  });

  it('lets a key of several lines stand in one', () => {
    expect(readConfig({ KEY: '-----BEGIN KEY-----\\nabc\\n' }, { KEY: secret() }).KEY).toBe('-----BEGIN KEY-----\nabc\n');
  });

  it('takes only the protocols a part can speak', () => {
    const urls = { WEB: webUrl(), BROKER: amqpUrl(), DB: postgresUrl() };
    expect(readConfig({ WEB: 'https://book.example/', BROKER: 'amqp://mq', DB: 'postgresql://db/x' }, urls).WEB).toBe('https://book.example');
    expect(faultsOf(() => readConfig({ WEB: 'javascript:alert(1)', BROKER: 'http://mq', DB: 'mysql://db' }, urls)).faults).toHaveLength(3);
  });

  it('accepts a whole number exactly when it lies within the bounds', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: -50, max: 50 }), fc.nat(100), (value, min, width) => {
        const read = () => readConfig({ N: String(value) }, { N: integer(min, min + width)() }).N;
        if (value >= min && value <= min + width) expect(read()).toBe(value);
        else expect(read).toThrow(ConfigError);
      }),
    );
  });

  it('joins the faults of several readers and names each variable once', () => {
    const [one, two] = [faultsOf(() => readConfig({}, { A: text(), B: text() })), faultsOf(() => readConfig({}, { B: text(), C: text() }))];
    expect(ConfigError.join([one, two]).faults.map((fault) => fault.variable)).toEqual(['A', 'B', 'C']);
  });
});

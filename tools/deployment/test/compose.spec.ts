import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { type ComposeFile, readComposeFile } from '../compose-file';
import { ROOT } from '../manifest';
import { composedVariablesAreRead, containersAreRestricted, everyServiceIsComposed, noSecretIsMadeUp, onlyDoorsArePublished } from '../rules/compose-rules';

const composeSchema = (): object => {
  const { $schema: _draft, $id: _id, ...schema } = JSON.parse(readFileSync(join(ROOT, 'node_modules/dclint/schemas/compose.schema.json'), 'utf8')) as Record<string, unknown>;
  return schema;
};

const RULES = [everyServiceIsComposed, containersAreRestricted, composedVariablesAreRead, noSecretIsMadeUp, onlyDoorsArePublished];
const faultsOf = (file: ComposeFile) => RULES.flatMap((rule) => rule(file));

describe('the compose file', () => {
  const file = readComposeFile();
  const changed = (name: string, change: object): ComposeFile => ({ ...file, services: { ...file.services, [name]: { ...file.services[name]!, ...change } } });

  it('is what the compose specification describes', () => {
    const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(composeSchema());
    expect(validate(file) ? [] : validate.errors).toEqual([]);
    expect(validate(changed('auth', { enviroment: {} }))).toBe(false);
  });

  it('keeps to the rules', () => {
    expect(faultsOf(file)).toEqual([]);
  });

  it.each([
    ['auth is built as another', 'auth', { build: { args: { app: 'booking' } } }],
    ['booking may be root', 'booking', { user: '0:0' }],
    ['booking may be root', 'booking', { user: undefined }],
    ['review may write to its root', 'review', { read_only: false }],
    ['review keeps capabilities', 'review', { cap_drop: [] }],
    ['catalog has no limit of memory', 'catalog', { deploy: {} }],
    ['catalog is given SMTP_URL, which nobody reads', 'catalog', { environment: { SMTP_URL: '' } }],
    ['auth has a AUTH_SEALING_KEY of its own', 'auth', { environment: { AUTH_SEALING_KEY: '${AUTH_SEALING_KEY:-0123456789abcdef0123456789abcdef}' } }],
    ['grafana has a GF_SECURITY_ADMIN_PASSWORD of its own', 'grafana', { environment: { GF_SECURITY_ADMIN_PASSWORD: 'admin' } }],
    ['mail is open to the world', 'mail', { ports: ['8025:8025'] }],
    ['postgres is not only inside', 'postgres', { networks: ['inside', 'outside'] }],
  ])('would be seen where %s', (seen, name, change) => {
    expect(faultsOf(changed(name, change))).toContain(seen);
  });

  it('asks for no secret that the command does not make', () => {
    const asked = [...readFileSync(join(ROOT, 'docker/compose.yml'), 'utf8').matchAll(/\$\{([A-Z0-9_]+):\?/g)].map(([, name]) => name);
    const made = readFileSync(join(ROOT, 'tools/deployment/make-secrets.mjs'), 'utf8');
    expect([...new Set(asked)].filter((name) => !made.includes(`  ${name}:`))).toEqual([]);
    expect(asked.length).toBeGreaterThan(8);
  });
});

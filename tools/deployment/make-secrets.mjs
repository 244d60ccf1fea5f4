import { randomBytes } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const OWNER_ONLY = 0o600;
/** Fit for an address, a shell and a YAML file alike. */
const secret = (bytes) => randomBytes(bytes).toString('base64url');

const SECRETS = {
  POSTGRES_PASSWORD: secret(24),
  RABBITMQ_PASSWORD: secret(24),
  REDIS_PASSWORD: secret(24),
  S3_ACCESS_KEY_ID: secret(15),
  S3_SECRET_ACCESS_KEY: secret(30),
  AUTH_SEALING_KEY: secret(36),
  HOTEL_MANAGEMENT_SEALING_KEYS: secret(36),
  NOTIFICATION_SEALING_KEYS: secret(36),
  OPERATOR_EMAIL: 'operator@bookable.invalid',
  OPERATOR_PASSWORD: secret(24),
  GRAFANA_PASSWORD: secret(24),
};

const file = resolve(process.argv[2] ?? 'docker/.env');
const known = existsSync(file) ? readFileSync(file, 'utf8') : '';
const missing = Object.entries(SECRETS).filter(([name]) => !known.split('\n').some((line) => line.startsWith(`${name}=`)));
if (missing.length === 0) {
  process.stderr.write(`${file} has every secret already and is left as it is: data were made with them.\n`);
  process.exit(1);
}
const lineEnd = known === '' || known.endsWith('\n') ? '' : '\n';
appendFileSync(file, lineEnd + missing.map(([name, value]) => `${name}=${value}\n`).join(''), { mode: OWNER_ONLY });
process.stdout.write(`${known === '' ? 'New random secrets are' : `What was missing (${missing.map(([name]) => name).join(', ')}) is now`} in ${file}, which only you may read. The operator signs in with OPERATOR_EMAIL and OPERATOR_PASSWORD.\n`);

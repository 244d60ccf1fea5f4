import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
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
  OPERATOR_EMAIL: 'operator@bookable.invalid',
  OPERATOR_PASSWORD: secret(24),
  GRAFANA_PASSWORD: secret(24),
};

const file = resolve(process.argv[2] ?? 'docker/.env');
const lines = Object.entries(SECRETS).map(([name, value]) => `${name}=${value}\n`);
try {
  writeFileSync(file, lines.join(''), { mode: OWNER_ONLY, flag: 'wx' });
} catch (error) {
  if (error.code !== 'EEXIST') throw error;
  process.stderr.write(`${file} is there already and is left as it is: data were made with its secrets.\n`);
  process.exit(1);
}
process.stdout.write(`New random secrets are in ${file}, which only you may read. The operator signs in with OPERATOR_EMAIL and OPERATOR_PASSWORD.\n`);

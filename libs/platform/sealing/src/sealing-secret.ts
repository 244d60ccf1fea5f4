import { BadValue, type Environment } from '@bookable/platform-config';
import { makeExactValidator } from 'envalid';

const MIN_LENGTH = 32;

function longEnough(secret: string): string {
  if (secret.length < MIN_LENGTH) throw new BadValue(`must be a random secret of at least ${MIN_LENGTH} characters`);
  return secret;
}

/** Reads a secret that keys are derived from. */
export const sealingSecret = makeExactValidator<string>((input) => longEnough(input.trim()));

/** Reads such secrets with commas between them, the newest first. */
export const sealingSecrets = makeExactValidator<readonly string[]>((input) => {
  const secrets = input.split(',').map((secret) => longEnough(secret.trim()));
  if (new Set(secrets).size < secrets.length) throw new BadValue('must not name a secret twice');
  return secrets;
});

/** A machine by itself makes such a secret and keeps it among its files; in production only where it is told where those are. */
export function mayMakeSecrets(env: Environment): boolean {
  return env.DATA_DIR !== undefined || env.NODE_ENV !== 'production';
}

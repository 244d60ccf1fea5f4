import { BadValue, type Environment, decimal, integer, list, postgresUrl, readConfig, secret, text } from '@bookable/platform-config';
import { mayMakeSecrets, sealingSecret } from '@bookable/platform-sealing';
import { makeExactValidator } from 'envalid';
import { normalizeEmailAddress } from './domain/email-address';
import { normalizePassword, passwordFault } from './domain/password-policy';

const operatorEmail = makeExactValidator<string>((input) => {
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(input.trim())) throw new BadValue('must be an e-mail address');
  return normalizeEmailAddress(input);
});

const operatorPassword = makeExactValidator<string>((input) => {
  const fault = passwordFault(normalizePassword(input), { email: '', name: 'Operator' });
  if (fault) throw new BadValue(`must be harder to guess (${fault})`);
  return input;
});

const SEALING_KEY_WORDS = { desc: 'seals private signing keys; 32 random characters or more, the same for every replica' };

const specs = {
  DATABASE_URL: postgresUrl({ desc: 'where the data lives', example: 'postgres://127.0.0.1:5432/bookable' }),
  AUTH_POOL_SIZE: integer(2, 200)({ default: 5, desc: 'connections one process of auth may hold' }),
  DATA_DIR: text({ default: '.data', desc: 'where a single machine keeps its files' }),
  JWT_PRIVATE_KEY: secret({ default: undefined, desc: 'PEM of a P-256 key; signs all access tokens, and none are made or rotated' }),
  ADMIN_EMAILS: list({ default: [], desc: 'accounts with one of these addresses, once confirmed, are administrators' }),
  AUTH_ERASURES_KEPT_DAYS: integer(30, 3_650)({ default: 400, desc: 'for how many days it is known whose account was deleted: longer than the oldest backup is kept' }),
  RATE_LIMIT_FACTOR: decimal(0.01, 1_000_000)({ default: 1, desc: 'multiplies all limits' }),
};

/** Who runs the installation, and how they sign in. */
export interface OperatorCredentials {
  readonly email: string;
  readonly password: string;
}

/** What this service was told by its environment. */
export class AuthConfig {
  readonly databaseUrl: string;
  readonly poolSize: number;
  /** The operator's address is one of them. */
  readonly adminEmails: readonly string[];
  /** Undefined where nobody named one: then there is none. */
  readonly operator?: OperatorCredentials;
  readonly attemptFactor: number;
  readonly jwtPrivateKey?: string;
  /** Undefined where the machine makes a secret of its own and keeps it in `dataDir`. */
  readonly sealingSecret?: string;
  readonly dataDir: string;
  /** For how long it is known who was erased, so that an old backup brings nobody back. */
  readonly erasuresKeptDays: number;

  /** Reads this service's environment; throws `ConfigError` naming every fault. */
  static read(env: Environment): AuthConfig {
    const read = readConfig(env, { ...specs, AUTH_SEALING_KEY: sealingSecret(mayMakeSecrets(env) ? { default: undefined } : SEALING_KEY_WORDS) });
    const operator = readOperator(env);
    return {
      databaseUrl: read.DATABASE_URL,
      poolSize: read.AUTH_POOL_SIZE,
      adminEmails: operator ? [...read.ADMIN_EMAILS, operator.email] : read.ADMIN_EMAILS,
      operator,
      attemptFactor: read.RATE_LIMIT_FACTOR,
      jwtPrivateKey: read.JWT_PRIVATE_KEY,
      sealingSecret: read.AUTH_SEALING_KEY,
      dataDir: read.DATA_DIR,
      erasuresKeptDays: read.AUTH_ERASURES_KEPT_DAYS,
    };
  }
}

/** Both or none: whichever is given makes the other one necessary. */
function readOperator(env: Environment): OperatorCredentials | undefined {
  const isGiven = (name: string) => (env[name] ?? '').trim() !== '';
  const { OPERATOR_EMAIL: email, OPERATOR_PASSWORD: password } = readConfig(env, {
    OPERATOR_EMAIL: operatorEmail(isGiven('OPERATOR_PASSWORD') ? { desc: 'OPERATOR_PASSWORD is of no use without it' } : { default: undefined }),
    OPERATOR_PASSWORD: operatorPassword(isGiven('OPERATOR_EMAIL') ? { desc: 'OPERATOR_EMAIL is of no use without it' } : { default: undefined }),
  });
  return email === undefined || password === undefined ? undefined : { email, password };
}

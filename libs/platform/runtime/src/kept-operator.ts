import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from '@bookable/platform-config';

/** How the operator of a machine signs in. */
export interface OperatorFile {
  readonly email: string;
  readonly password: string;
}

const FILE = 'operator.json';
const OWNER_ONLY = 0o600;
const PASSWORD_BYTES = 24;
/** Reaches nobody by definition: a machine of one's own has no mailbox. */
const EMAIL = 'operator@bookable.invalid';

/** Where a machine keeps its operator. */
export function operatorFileIn(dataFolder: string): string {
  return join(dataFolder, FILE);
}

/** Whether the operator comes from a file of this machine: nobody was named, and strangers may not reach the system. */
export function operatorIsKept(env: Environment): boolean {
  const isGiven = (name: string) => (env[name] ?? '').trim() !== '';
  return !isGiven('OPERATOR_EMAIL') && !isGiven('OPERATOR_PASSWORD') && env['NODE_ENV'] !== 'production';
}

/**
 * The variables that name the operator to the services of this machine: those that were given, or else an operator made
 * at the first start and kept in a file that only its owner may read. In production nothing is made up.
 */
export function operatorEnvironment(env: Environment, dataFolder: string): Environment {
  if (!operatorIsKept(env)) return {};
  const { email, password } = keptOperator(operatorFileIn(dataFolder));
  return { OPERATOR_EMAIL: email, OPERATOR_PASSWORD: password };
}

function keptOperator(path: string): OperatorFile {
  if (!existsSync(path)) keepNewOperator(path);
  return JSON.parse(readFileSync(path, 'utf8')) as OperatorFile;
}

function keepNewOperator(path: string): void {
  mkdirSync(join(path, '..'), { recursive: true });
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  const operator: OperatorFile = { email: EMAIL, password: randomBytes(PASSWORD_BYTES).toString('base64url') };
  writeFileSync(draft, `${JSON.stringify(operator, null, 2)}\n`, { mode: OWNER_ONLY, flag: 'wx' });
  try {
    // A link comes into being whole or not at all, so that two starts at once read the same operator.
    linkSync(draft, path);
  } catch (error) {
    if (!existsSync(path)) throw error;
  } finally {
    rmSync(draft);
  }
}

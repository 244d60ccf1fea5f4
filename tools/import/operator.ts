import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Who signs in to import. */
export interface Operator {
  readonly email: string;
  readonly password: string;
}

/** The operator whom the environment names, or whom the platform on this machine has written into its data folder. */
export function operatorOf(dataDir: string): Operator {
  const { OPERATOR_EMAIL, OPERATOR_PASSWORD } = process.env;
  if (OPERATOR_EMAIL && OPERATOR_PASSWORD) return { email: OPERATOR_EMAIL, password: OPERATOR_PASSWORD };
  const file = join(dataDir, 'operator.json');
  if (!existsSync(file)) throw new Error(`There is no operator to sign in as: set OPERATOR_EMAIL and OPERATOR_PASSWORD, or start the platform here first (it writes ${file}).`);
  return JSON.parse(readFileSync(file, 'utf8')) as Operator;
}

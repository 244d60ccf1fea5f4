import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Door } from './door';
import { Person } from './person';

interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** Signs in whoever runs the system: named by the environment, or by the file that a system keeps for itself. */
export function signInOperator(door: Door): Promise<Person> {
  const { email, password } = credentials();
  return Person.signIn(door, email, password);
}

function credentials(): Credentials {
  const { OPERATOR_EMAIL: email, OPERATOR_PASSWORD: password, DATA_DIR: folder } = process.env;
  if (email && password) return { email, password };
  if (!folder) throw new Error('Say who runs the system: OPERATOR_EMAIL and OPERATOR_PASSWORD, or the DATA_DIR that holds its operator.json.');
  return JSON.parse(readFileSync(join(folder, 'operator.json'), 'utf8')) as Credentials;
}

import { EXTENSION_SCHEMA } from './provide-extensions';

const LOCK_TIMEOUT_MS = 2_000;
const IDLE_IN_TRANSACTION_MS = 10_000;

/** What every session of a service is set to: where names are looked up, and how long anything may take. */
export function sessionSettings(schema: string, statementTimeoutMs: number, more: Readonly<Record<string, string>> = {}): string {
  return [
    `search_path=${schema},${EXTENSION_SCHEMA},public`,
    `statement_timeout=${statementTimeoutMs}`,
    `lock_timeout=${Math.min(LOCK_TIMEOUT_MS, statementTimeoutMs)}`,
    `idle_in_transaction_session_timeout=${IDLE_IN_TRANSACTION_MS}`,
    // Plans of short statements are found faster than they are compiled.
    'jit=off',
    ...Object.entries(more).map(([name, value]) => `${name}=${value}`),
  ]
    .map((setting) => `-c ${setting}`)
    .join(' ');
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './manifest';

/** A variable and what reads it, as in `PORT: port({ … })`. */
const READ = /\b([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*): \w+\(/g;
const EVERY_PROCESS = 'libs/platform/runtime/src/config.ts';
const STORAGE = 'libs/platform/storage/src/config.ts';

function variablesIn(file: string): string[] {
  return [...readFileSync(join(ROOT, file), 'utf8').matchAll(READ)].map(([, name]) => name ?? '');
}

/** The variables that an app reads: its own, those of every process, and those of storage where it keeps files. */
export function variablesReadBy(app: string): ReadonlySet<string> {
  const keepsFiles = readFileSync(join(ROOT, 'apps', app, 'src', `${app}.module.ts`), 'utf8').includes('StorageModule');
  return new Set([`apps/${app}/src/config.ts`, EVERY_PROCESS, ...(keepsFiles ? [STORAGE] : [])].flatMap(variablesIn));
}

/** Variables whose value lets somebody in; they are referred to, and never written down. */
export function isSecret(variable: string): boolean {
  return /PASSWORD|SECRET|(?<!_PUBLIC)_KEYS?$|KEY_ID$|^(?:DATABASE|RABBITMQ|SMTP|RATE_LIMIT_STORE)_URL$/.test(variable);
}

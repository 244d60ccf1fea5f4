import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from './manifest';

/** A service of the compose file, as far as the rules look at it. */
export interface ComposeService {
  readonly image: string;
  readonly build?: { readonly args: { readonly app: string } };
  readonly environment?: Readonly<Record<string, string | number>>;
  readonly user?: string;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly networks: readonly string[];
  readonly ports?: readonly string[];
  readonly deploy?: { readonly resources?: { readonly limits?: { readonly memory?: string } } };
}

export interface ComposeFile {
  readonly services: Readonly<Record<string, ComposeService>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean }>>;
}

/** The compose file with its anchors resolved, and its variables as they are written. */
export function readComposeFile(): ComposeFile {
  return parse(readFileSync(join(ROOT, 'docker/compose.yml'), 'utf8'), { merge: true }) as ComposeFile;
}

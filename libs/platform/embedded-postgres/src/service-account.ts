import { chown, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/** The user and group a server process runs as. */
export interface ServiceAccount {
  readonly uid: number;
  readonly gid: number;
}

/** `nobody`: present under this number wherever a Postgres that refuses root may be met. */
const NOBODY: ServiceAccount = { uid: 65534, gid: 65534 };
const EXECUTE_BIT = 0o1;

/** The account Postgres has to run as: it refuses root, so root lends it another; anybody else runs it as himself. */
export function serviceAccount(): ServiceAccount | undefined {
  return process.getuid?.() === 0 ? NOBODY : undefined;
}

/** Whether an account may walk down to a folder. Without an account it is our own, and there is nothing to ask. */
export async function accountCanReach(folder: string, account: ServiceAccount | undefined): Promise<boolean> {
  if (!account) return true;
  for (let at = resolve(folder); ; at = dirname(at)) {
    const { mode, uid, gid } = await stat(at);
    const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0;
    if (((mode >> shift) & EXECUTE_BIT) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

/** Hands a file or an empty folder to an account. */
export async function handOver(path: string, account: ServiceAccount | undefined): Promise<void> {
  if (account) await chown(path, account.uid, account.gid);
}

import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What is remembered of the demo between starts: its password, and whether it was loaded whole. */
export class DemoMemory {
  constructor(private readonly folder: string) {}

  /** The password of every demo account, made up at the first start: one that everybody knows would open the door to everybody. */
  async password(): Promise<string> {
    await mkdir(this.folder, { recursive: true });
    const file = join(this.folder, 'password');
    const made = `demo-${randomBytes(8).toString('hex')}`;
    await writeFile(file, made, { flag: 'wx', mode: 0o600 }).catch(() => undefined);
    return readFile(file, 'utf8');
  }

  /** The host whose offers were loaded whole; undefined before that. */
  async loadedHost(): Promise<string | undefined> {
    return readFile(join(this.folder, 'loaded'), 'utf8').catch(() => undefined);
  }

  async rememberLoaded(hostId: string): Promise<void> {
    await writeFile(join(this.folder, 'loaded'), hostId);
  }
}

import { createReadStream } from 'node:fs';
import { access, constants, mkdir, open, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { newId } from '@bookable/kernel';
import { type PutOptions, Storage, type StoredFile } from './storage';
import { TYPE_ENDING, isStorageKey, storageKey } from './storage-key';

const PARTIAL = '.partial';
const STALE_MS = 24 * 3_600_000;

const isAbsent = (error: unknown) => ['ENOENT', 'ENOTDIR', 'EISDIR'].includes(String((error as NodeJS.ErrnoException).code));

/** Keeps files in a folder of this machine. Bytes are written aside and renamed, so that no reader sees half a file. */
export class LocalDiskStorage extends Storage {
  private constructor(
    private readonly root: string,
    private readonly mediaUrl: string,
  ) {
    super();
  }

  /** Opens the folder, makes it where it is not there, and drops what dead writers left half-written. */
  static async open(root: string, mediaUrl: string): Promise<LocalDiskStorage> {
    await mkdir(join(root, PARTIAL), { recursive: true });
    for (const name of await readdir(join(root, PARTIAL))) {
      const file = join(root, PARTIAL, name);
      const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
      if (Date.now() - mtimeMs > STALE_MS) await rm(file, { force: true });
    }
    return new LocalDiskStorage(root, mediaUrl);
  }

  override async put(key: string, content: Buffer | Readable, { contentType }: PutOptions): Promise<void> {
    const target = join(this.root, storageKey(key));
    const partial = join(this.root, PARTIAL, newId());
    try {
      await this.writeAside(partial, content);
      await writeFile(`${partial}${TYPE_ENDING}`, contentType);
      await mkdir(dirname(target), { recursive: true });
      await rename(`${partial}${TYPE_ENDING}`, `${target}${TYPE_ENDING}`);
      await rename(partial, target);
    } catch (error) {
      await Promise.all([rm(partial, { force: true }), rm(`${partial}${TYPE_ENDING}`, { force: true })]);
      throw error;
    }
  }

  override async get(key: string): Promise<StoredFile | undefined> {
    if (!isStorageKey(key)) return undefined;
    const file = join(this.root, key);
    try {
      const handle = await open(file, 'r');
      const { size } = await handle.stat();
      const contentType = await readFile(`${file}${TYPE_ENDING}`, 'utf8').catch(() => undefined);
      if (contentType === undefined) {
        await handle.close();
        return undefined;
      }
      return { stream: createReadStream(file, { fd: handle }), contentType, size };
    } catch (error) {
      if (isAbsent(error)) return undefined;
      throw error;
    }
  }

  override async delete(key: string): Promise<void> {
    if (!isStorageKey(key)) return;
    const file = join(this.root, key);
    await Promise.all([rm(file, { force: true }), rm(`${file}${TYPE_ENDING}`, { force: true })]);
  }

  override async exists(key: string): Promise<boolean> {
    if (!isStorageKey(key)) return false;
    return stat(join(this.root, key)).then((found) => found.isFile(), () => false);
  }

  override async *keys(folder?: string): AsyncIterable<string> {
    yield* this.keysUnder(folder === undefined ? '' : storageKey(folder));
  }

  override async check(): Promise<void> {
    await access(join(this.root, PARTIAL), constants.W_OK);
  }

  override url(key: string): string {
    return `${this.mediaUrl}/${key}`;
  }

  private async *keysUnder(folder: string): AsyncIterable<string> {
    const entries = await readdir(join(this.root, folder), { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const key = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (!isStorageKey(key)) continue;
      if (entry.isDirectory()) yield* this.keysUnder(key);
      else yield key;
    }
  }

  private async writeAside(partial: string, content: Buffer | Readable): Promise<void> {
    const handle = await open(partial, 'wx');
    try {
      await writeFile(handle, content);
      await handle.datasync();
    } finally {
      await handle.close();
    }
  }
}

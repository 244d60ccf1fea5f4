import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Storage, isStorageKey } from '@bookable/platform-storage';

const INDEX = 'files.jsonl';
const OWNER_ONLY = 0o600;
const PREFIX_LENGTH = 2;

interface KeptFile {
  readonly key: string;
  readonly type: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Passes bytes on, and says afterwards what they were. */
class Fingerprint extends Transform {
  private readonly hash = createHash('sha256');
  bytes = 0;

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: (error: Error | null, chunk: Buffer) => void): void {
    this.hash.update(chunk);
    this.bytes += chunk.length;
    done(null, chunk);
  }

  get sha256(): string {
    return this.hash.copy().digest('hex');
  }
}

/** A key is no name of a file here: what is a folder in one key may be a file in another where a bucket kept them. */
function placeOf(folder: string, key: string): string {
  const name = createHash('sha256').update(key).digest('hex');
  return join(folder, 'files', name.slice(0, PREFIX_LENGTH), name);
}

/** Copies stored files into a folder, in as many passes as wished; each takes those that came since the last. */
export class FilesCopy {
  private readonly copied = new Set<string>();
  bytes = 0;

  constructor(
    private readonly storage: Storage,
    private readonly folder: string,
  ) {}

  get count(): number {
    return this.copied.size;
  }

  /** A file that goes away meanwhile is let go: whoever deleted it meant it. */
  async pass(): Promise<void> {
    for await (const key of this.storage.keys()) if (!this.copied.has(key)) await this.take(key);
  }

  private async take(key: string): Promise<void> {
    const file = await this.storage.get(key);
    if (!file) return;
    const place = placeOf(this.folder, key);
    await mkdir(dirname(place), { recursive: true });
    const print = new Fingerprint();
    await pipeline(file.stream, print, createWriteStream(place, { mode: OWNER_ONLY, flush: true }));
    const kept: KeptFile = { key, type: file.contentType, bytes: print.bytes, sha256: print.sha256 };
    await appendFile(join(this.folder, INDEX), `${JSON.stringify(kept)}\n`, { mode: OWNER_ONLY });
    this.copied.add(key);
    this.bytes += print.bytes;
  }
}

/** Puts the files of a folder into storage and answers how many; rejects where one is not what was copied. */
export async function putFiles(storage: Storage, folder: string): Promise<number> {
  const text = await readFile(join(folder, INDEX), 'utf8').catch(() => '');
  const files = text.split('\n').filter(Boolean).map((line) => JSON.parse(line) as KeptFile);
  for (const { key, type, sha256 } of files) {
    if (!isStorageKey(key)) throw new Error(`${join(folder, INDEX)} names a file that storage cannot keep.`);
    const print = new Fingerprint();
    const bytes = createReadStream(placeOf(folder, key)).on('error', (error) => print.destroy(error));
    await storage.put(key, bytes.pipe(print), { contentType: type });
    if (print.sha256 !== sha256) throw new Error(`The file ${key} is not the one that was copied.`);
  }
  return files.length;
}

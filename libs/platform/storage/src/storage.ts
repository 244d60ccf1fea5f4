import type { Readable } from 'node:stream';

/** What is kept beside the bytes. */
export interface PutOptions {
  readonly contentType: string;
}

/** A kept file on its way out; the reader consumes or destroys the stream. */
export interface StoredFile {
  readonly stream: Readable;
  readonly contentType: string;
  readonly size: number;
}

/**
 * Where files are kept, by key. Injected by this class. Keys are lower-case words with `/` between them
 * (see `isStorageKey`); bytes are written whole or not at all, and of two writers of one key the later wins.
 */
export abstract class Storage {
  /** Keeps the bytes; where the stream breaks, what was under the key before stays. Throws on a key that is not one. */
  abstract put(key: string, content: Buffer | Readable, options: PutOptions): Promise<void>;

  /** The file, or undefined where there is none under this key. */
  abstract get(key: string): Promise<StoredFile | undefined>;

  /** Does nothing where there is none. */
  abstract delete(key: string): Promise<void>;

  abstract exists(key: string): Promise<boolean>;

  /** The key of every file, or of those below a folder, in no order; one that comes or goes meanwhile may be among them or not. */
  abstract keys(folder?: string): AsyncIterable<string>;

  /** Rejects while files can neither be kept nor read; for readiness. */
  abstract check(): Promise<void>;

  /** The address under which the public reads the file. */
  abstract url(key: string): string;
}

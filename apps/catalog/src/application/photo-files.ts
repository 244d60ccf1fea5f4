import { createHash } from 'node:crypto';
import { DomainError, Malformed, newId } from '@bookable/kernel';
import { Database } from '@bookable/platform-database';
import { type EncodedImage, ImageTooLarge, MAX_IMAGE_BYTES, reencodeImage } from '@bookable/platform-images';
import { Clock } from '@bookable/platform-runtime';
import { Storage } from '@bookable/platform-storage';
import { Injectable } from '@nestjs/common';
import type { NewPhoto } from '../persistence/photo.store';
import { StrayFileStore } from '../persistence/stray-file.store';

const INCOMING = /^incoming\/[a-z0-9-]+$/;
const SIZES = ['small', 'medium', 'large'] as const;

/** Longer than any upload takes: until then nobody sweeps a file that a photo may still come to own. */
const GRACE_MS = 3_600_000;

/** A picture as it was sent. */
export interface Picture {
  readonly bytes: Buffer;
  readonly hash: Buffer;
}

/** Turns uploads into the files of photos. Every file is noted as stray before it is written, so that none is ever lost track of. */
@Injectable()
export class PhotoFiles {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly storage: Storage,
    private readonly strays: StrayFileStore,
  ) {}

  /** The uploads under the keys; the same picture sent twice is one. */
  async read(uploads: readonly string[]): Promise<Picture[]> {
    const pictures = new Map<string, Picture>();
    for (const key of uploads) {
      const bytes = await this.bytesOf(key);
      const hash = createHash('sha256').update(bytes).digest();
      pictures.set(hash.toString('hex'), { bytes, hash });
    }
    return [...pictures.values()];
  }

  /** Writes the three sizes of a picture. */
  async write(listingId: string, { bytes, hash }: Picture): Promise<NewPhoto> {
    const sizes = await reencodeImage(bytes);
    const id = newId();
    const keys = SIZES.map((size) => `listings/${listingId}/${id}-${size}.webp`) as [string, string, string];
    await this.strays.note(this.database, keys, new Date(this.clock.now().getTime() + GRACE_MS));
    await Promise.all(SIZES.map((size, index) => this.put(keys[index] ?? '', sizes[size])));
    const urls = keys.map((key) => this.storage.url(key)) as [string, string, string];
    return { id, contentHash: hash, keys, urls, width: sizes.large.width, height: sizes.large.height };
  }

  /** Hands files that nobody needs to the sweeper. */
  async discard(keys: readonly string[]): Promise<void> {
    await this.strays.note(this.database, keys, this.clock.now());
  }

  private put(key: string, { bytes, contentType }: EncodedImage): Promise<void> {
    return this.storage.put(key, bytes, { contentType });
  }

  private async bytesOf(key: string): Promise<Buffer> {
    const file = INCOMING.test(key) ? await this.storage.get(key) : undefined;
    if (!file) throw new DomainError(Malformed, undefined, { errors: [{ path: 'uploads', message: 'names no upload' }] });
    if (file.size > MAX_IMAGE_BYTES) {
      file.stream.destroy();
      throw new DomainError(ImageTooLarge);
    }
    const chunks: Buffer[] = [];
    for await (const chunk of file.stream) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  }
}

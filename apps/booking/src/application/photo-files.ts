import { createHash, type Hash } from 'node:crypto';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DomainError, NotFound } from '@bookable/kernel';
import { type ImageSize, reencodeImage } from '@bookable/platform-images';
import { Storage } from '@bookable/platform-storage';

const SIZES: readonly ImageSize[] = ['small', 'medium', 'large'];

/** Where the public reads the sizes of a photo. */
export interface PhotoUrls {
  readonly smallUrl: string;
  readonly mediumUrl: string;
  readonly largeUrl: string;
}

/** Keeps the sizes of a photo, under one key each. */
@Injectable()
export class PhotoFiles {
  constructor(private readonly storage: Storage) {}

  /** Takes an upload over: made anew without anything but its pixels, in three sizes. Says by a digest what was sent. */
  async takeOver(uploadKey: string, photoKey: string): Promise<string> {
    const upload = await this.storage.get(uploadKey);
    if (!upload) throw new DomainError(NotFound, 'This upload is gone; send it again.');
    const hash = createHash('sha256');
    const images = await reencodeImage(Readable.from(digested(upload.stream, hash)));
    await Promise.all(SIZES.map((size) => this.storage.put(keyOf(photoKey, size), images[size].bytes, { contentType: images[size].contentType })));
    return hash.digest('hex');
  }

  /** Throws uploads away; whether or not they were taken over, nobody needs them any more. */
  async discardUploads(keys: readonly string[]): Promise<void> {
    await Promise.all(keys.map((key) => this.storage.delete(key)));
  }

  /** Throws photos away that were kept for a command that came to nothing. */
  async discard(photoKeys: readonly string[]): Promise<void> {
    await Promise.all(photoKeys.flatMap((key) => SIZES.map((size) => this.storage.delete(keyOf(key, size)))));
  }

  /** Where each size is read. */
  urls(photoKey: string): PhotoUrls {
    const [smallUrl, mediumUrl, largeUrl] = SIZES.map((size) => this.storage.url(keyOf(photoKey, size))) as [string, string, string];
    return { smallUrl, mediumUrl, largeUrl };
  }
}

function keyOf(photoKey: string, size: ImageSize): string {
  return `${photoKey}-${size}.webp`;
}

async function* digested(stream: Readable, hash: Hash): AsyncGenerator<Buffer> {
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    hash.update(chunk);
    yield chunk;
  }
}

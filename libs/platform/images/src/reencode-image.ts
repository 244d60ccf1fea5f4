import type { Readable } from 'node:stream';
import { DomainError } from '@bookable/kernel';
import sharp from 'sharp';
import { type Pixels, decodeImage } from './decode-image';
import { ImageTooLarge } from './image.errors';
import { ImageQueue } from './image-queue';

/** The largest upload that is read. */
export const MAX_IMAGE_BYTES = 10 * 1_048_576;

/** How wide each size is at most; a smaller photo is never enlarged. */
export const IMAGE_WIDTHS = { small: 320, medium: 960, large: 1920 } as const;
/** One of the sizes that every photo is kept in. */
export type ImageSize = keyof typeof IMAGE_WIDTHS;

/** A photo ready to be kept and shown. */
export interface EncodedImage {
  readonly bytes: Buffer;
  readonly contentType: 'image/webp';
  readonly width: number;
  readonly height: number;
}

const QUALITY = 80;
/** One at a time: a photo of 50 million pixels takes 200 MB while it is unpacked. */
const queue = new ImageQueue(1, 64);

const boxOf = (width: number) => ({ width, height: width * 2 });

async function encode({ data, info }: Pixels, width: number): Promise<EncodedImage> {
  const raw = { width: info.width, height: info.height, channels: info.channels };
  const encoded = await sharp(data, { raw })
    .resize({ ...boxOf(width), fit: 'inside', withoutEnlargement: true })
    .webp({ quality: QUALITY })
    .toBuffer({ resolveWithObject: true });
  return { bytes: encoded.data, contentType: 'image/webp', width: encoded.info.width, height: encoded.info.height };
}

async function readWithinLimit(source: Buffer | Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of Buffer.isBuffer(source) ? [source] : (source as AsyncIterable<Buffer>)) {
    size += chunk.length;
    if (size > MAX_IMAGE_BYTES) throw new DomainError(ImageTooLarge, `A photo may have ${MAX_IMAGE_BYTES} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

/**
 * Makes three WebP photos of an upload: decoded and written anew, so that nothing of the sender's file but its pixels
 * is left (no place, no camera, no second face), upright, first frame only. Refuses what is no photo
 * (`unsupported-image`), too large (`image-too-large`, by its header, before it is unpacked) or damaged (`corrupt-image`).
 */
export async function reencodeImage(source: Buffer | Readable): Promise<Record<ImageSize, EncodedImage>> {
  const bytes = await readWithinLimit(source);
  return queue.run(async () => {
    const pixels = await decodeImage(bytes, boxOf(IMAGE_WIDTHS.large));
    return {
      small: await encode(pixels, IMAGE_WIDTHS.small),
      medium: await encode(pixels, IMAGE_WIDTHS.medium),
      large: await encode(pixels, IMAGE_WIDTHS.large),
    };
  });
}

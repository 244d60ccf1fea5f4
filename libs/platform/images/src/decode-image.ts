import { DomainError } from '@bookable/kernel';
import sharp, { type OutputInfo, type Sharp } from 'sharp';
import { CorruptImage, ImageTooLarge, UnsupportedImage } from './image.errors';
import { type ImageFormat, sniffImageFormat } from './image-format';

/** The largest photos phones make have 50 million pixels. */
const MAX_PIXELS = 50_000_000;
const MAX_SIDE = 16_000;
const MAX_SECONDS = 10;

/** libvips can open dozens of formats; each reader that is off is one that no upload can attack. */
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer', 'VipsForeignLoadHeifBuffer'] });
sharp.cache(false);
sharp.concurrency(1);

/** An image laid out in memory. */
export interface Pixels {
  readonly data: Buffer;
  readonly info: OutputInfo;
}

const formatOf = { jpeg: 'jpeg', png: 'png', webp: 'webp', avif: 'heif' } as const satisfies Record<ImageFormat, string>;

/** Only the first frame is ever read, and reading ends where the image is not what its header says. */
function open(bytes: Buffer): Sharp {
  return sharp(bytes, { pages: 1, failOn: 'error', limitInputPixels: MAX_PIXELS, sequentialRead: true }).timeout({ seconds: MAX_SECONDS });
}

async function orCorrupt<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch {
    throw new DomainError(CorruptImage);
  }
}

/** Looks at the header alone, so that a bomb is refused before any of it is unpacked. */
async function refuseBombs(bytes: Buffer, format: ImageFormat): Promise<void> {
  const header = await orCorrupt(sharp(bytes, { pages: 1, limitInputPixels: false }).metadata());
  if (header.format !== formatOf[format]) throw new DomainError(UnsupportedImage);
  const { width, height } = header;
  if (width > MAX_SIDE || height > MAX_SIDE || width * height > MAX_PIXELS) {
    throw new DomainError(ImageTooLarge, `A photo may be ${MAX_SIDE} pixels wide or high and have ${MAX_PIXELS} pixels.`);
  }
}

/** The photo as pixels, upright and no larger than the box; refuses whatever is not a sound photo. */
export async function decodeImage(bytes: Buffer, box: { readonly width: number; readonly height: number }): Promise<Pixels> {
  const format = sniffImageFormat(bytes);
  if (format === undefined) throw new DomainError(UnsupportedImage);
  await refuseBombs(bytes, format);
  const upright = open(bytes).autoOrient().resize({ ...box, fit: 'inside', withoutEnlargement: true }).toColourspace('srgb');
  return orCorrupt(upright.raw().toBuffer({ resolveWithObject: true }));
}

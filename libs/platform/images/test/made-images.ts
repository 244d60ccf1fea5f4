import { crc32 } from 'node:zlib';
import sharp from 'sharp';

const PNG_SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/** A PNG of a few bytes whose header claims a size; there are no pixels behind it. */
export function claimedPng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([PNG_SIGNATURE, chunk('IHDR', header), chunk('IDAT', Buffer.from('789c030000000001', 'hex')), chunk('IEND', Buffer.alloc(0))]);
}

/** A photo of one colour on the left and another on the right, so that turning it shows. */
export function photo(width: number, height: number): sharp.Sharp {
  const half = { create: { width: Math.ceil(width / 2), height, channels: 3 as const, background: '#2266aa' } };
  return sharp({ create: { width, height, channels: 3, background: '#cc8844' } }).composite([{ input: half, left: 0, top: 0 }]);
}

/** A WebP of many frames, each as large as the first. */
export async function animatedWebp(frames: number): Promise<Buffer> {
  const side = 16;
  const pixels = Buffer.alloc(side * side * 3 * frames, 90);
  pixels.fill(200, pixels.length / 2);
  return sharp(pixels, { raw: { width: side, height: side * frames, channels: 3, pageHeight: side } }).webp({ loop: 0 }).toBuffer();
}

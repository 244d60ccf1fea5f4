/** The kinds of photo that are taken. */
export type ImageFormat = 'jpeg' | 'png' | 'webp' | 'avif';

const PNG_SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
const AVIF_BRANDS = new Set(['avif', 'avis']);
const MAX_BRANDS = 16;

const wordAt = (bytes: Buffer, offset: number) => bytes.toString('latin1', offset, offset + 4);

/** An ISO media file is AVIF when its first box says so, as its main brand or among the compatible ones. */
function isAvif(bytes: Buffer): boolean {
  if (bytes.length < 16 || wordAt(bytes, 4) !== 'ftyp') return false;
  const end = Math.min(bytes.readUInt32BE(0), bytes.length, 16 + MAX_BRANDS * 4);
  for (let offset = 16; offset + 4 <= end; offset += 4) {
    if (AVIF_BRANDS.has(wordAt(bytes, offset))) return true;
  }
  return AVIF_BRANDS.has(wordAt(bytes, 8));
}

/** What the bytes are, by their own first words; names and declared types are the sender's claim. */
export function sniffImageFormat(bytes: Buffer): ImageFormat | undefined {
  if (bytes.length >= 3 && bytes.readUIntBE(0, 3) === 0xffd8ff) return 'jpeg';
  if (bytes.subarray(0, 8).equals(PNG_SIGNATURE)) return 'png';
  if (wordAt(bytes, 0) === 'RIFF' && wordAt(bytes, 8) === 'WEBP') return 'webp';
  return isAvif(bytes) ? 'avif' : undefined;
}

import { existsSync } from 'node:fs';
import { Readable } from 'node:stream';
import { IMAGE_WIDTHS, reencodeImage } from '@bookable/platform-images';
import { dataFile, filesIn } from '@bookable/platform-testing';
import * as fc from 'fast-check';
import sharp from 'sharp';
import { animatedWebp, claimedPng, photo } from './made-images';

const refusal = (code: string) => ({ problem: expect.objectContaining({ code }) as unknown });
const EXIF = { IFD0: { Make: 'canary-camera' }, IFD3: { GPSLatitude: '55/1 45/1 0/1' } };

describe('a photo that is taken in', () => {
  it.each(['jpeg', 'png', 'webp', 'avif'] as const)('is read as %s and kept as WebP in three sizes', async (format) => {
    const { small, medium, large } = await reencodeImage(await photo(2_400, 1_200).toFormat(format).toBuffer());
    expect([small, medium, large].map(({ width, height }) => [width, height])).toEqual([[320, 160], [960, 480], [1920, 960]]);
    for (const { bytes, contentType } of [small, medium, large]) {
      expect([(await sharp(bytes).metadata()).format, contentType]).toEqual(['webp', 'image/webp']);
    }
  });

  it('is never enlarged', async () => {
    const made = await reencodeImage(await photo(500, 40).png().toBuffer());
    expect([made.small.width, made.medium.width, made.large.width]).toEqual([320, 500, 500]);
  });

  it('may come as a stream', async () => {
    const bytes = await photo(64, 64).jpeg().toBuffer();
    expect((await reencodeImage(Readable.from([bytes.subarray(0, 100), bytes.subarray(100)]))).large.width).toBe(64);
  });

  it('stands upright as the camera saw it, and tells nothing of where and with what it was made', async () => {
    const turned = await photo(400, 200).jpeg().withMetadata({ orientation: 6, exif: EXIF }).toBuffer();
    expect(turned.toString('latin1')).toContain('canary-camera');
    const { large } = await reencodeImage(turned);
    expect([large.width, large.height]).toEqual([200, 400]);
    const { exif, icc, xmp, orientation } = await sharp(large.bytes).metadata();
    expect([exif, icc, xmp, orientation]).toEqual([undefined, undefined, undefined, undefined]);
    expect(large.bytes.toString('latin1')).not.toContain('canary');
  });

  it('loses whatever was hidden behind its last byte', async () => {
    const polyglot = Buffer.concat([await photo(64, 64).jpeg().toBuffer(), Buffer.from('<script>canary()</script>PK\u0003\u0004')]);
    expect((await reencodeImage(polyglot)).large.bytes.toString('latin1')).not.toContain('canary');
  });

  it('keeps its first frame only', async () => {
    const { large } = await reencodeImage(await animatedWebp(40));
    expect([large.width, large.height, (await sharp(large.bytes).metadata()).pages ?? 1]).toEqual([16, 16, 1]);
  });
});

describe('a photo that is refused', () => {
  it.each([[60_000, 60_000], [30_000, 10], [10, 30_000], [15_000, 15_000], [2_147_483_647, 2_147_483_647]])('claims %i by %i pixels', async (width, height) => {
    await expect(reencodeImage(claimedPng(width, height))).rejects.toMatchObject({ problem: { code: expect.stringMatching(/image-too-large|corrupt-image/) as unknown } });
  });

  it('is refused by its header: nothing of a bomb is unpacked', async () => {
    const before = process.memoryUsage().rss;
    await Promise.allSettled(Array.from({ length: 20 }, () => reencodeImage(claimedPng(60_000, 60_000))));
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1_048_576);
  });

  it('has more bytes than may be sent', async () => {
    await expect(reencodeImage(Buffer.alloc(10 * 1_048_576 + 1))).rejects.toMatchObject(refusal('image-too-large'));
  });

  it.each([
    ['nothing', ''],
    ['a text', 'hello'],
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'],
    ['a GIF', 'GIF89a\u0001\u0000\u0001\u0000'],
    ['a PDF', '%PDF-1.7'],
    ['a page', '<html><body>'],
    ['another ISO file', '\u0000\u0000\u0000\u0018ftypmp42\u0000\u0000\u0000\u0000mp42isom'],
  ])('is %s', async (_what, text) => {
    await expect(reencodeImage(Buffer.from(text, 'latin1'))).rejects.toMatchObject(refusal('unsupported-image'));
  });

  it.each(['jpeg', 'png', 'webp', 'avif'] as const)('is a %s cut in two', async (format) => {
    const whole = await photo(640, 480).toFormat(format).toBuffer();
    await expect(reencodeImage(whole.subarray(0, Math.floor(whole.length / 2)))).rejects.toMatchObject(refusal('corrupt-image'));
  });

  it('has any bytes behind the first words of a photo: it is read or refused, and nothing breaks', async () => {
    const starts = ['ffd8ffe0', '89504e470d0a1a0a', '52494646ffffffff57454250', '0000001c6674797061766966'].map((hex) => Buffer.from(hex, 'hex'));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 300 }), async (start, rest) => {
        await reencodeImage(Buffer.concat([start, rest])).then(
          ({ large }) => expect(large.width).toBeLessThanOrEqual(IMAGE_WIDTHS.large),
          (error: unknown) => expect(error).toMatchObject({ name: 'DomainError' }),
        );
      }),
      { numRuns: 200 },
    );
  });
});

const damaged = ['libpng_crashers.tar.gz', 'pngsuite_corrupt.tar.gz', 'sharp_fixtures.tar.gz'];
const archives = damaged.map((name) => dataFile(`images/${name}`));
const found = archives.filter((archive) => existsSync(archive)).flatMap(filesIn);

/** These files are not ours to ship, so they are tried where they lie beside the checkout. */
describe('files made to break readers', () => {
  it(`are read or refused (${found.length} here)`, async () => {
    for (const { name, bytes } of found) {
      const outcome = await reencodeImage(bytes).then(() => 'read', (error: unknown) => (error as Error).name);
      expect([name, outcome]).toEqual([name, expect.stringMatching(/^(read|DomainError)$/)]);
      if (name.endsWith('.svg')) expect([name, outcome]).toEqual([name, 'DomainError']);
    }
  });
});

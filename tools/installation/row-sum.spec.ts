import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { RowSum } from './row-sum';

const rows = fc.array(fc.string({ maxLength: 20 }).map((text) => text.replaceAll('\n', '')), { maxLength: 30 });

async function sumOf(lines: readonly string[], chunkLength = 7): Promise<{ rows: number; checksum: string; passed: string }> {
  const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''));
  const chunks = Array.from({ length: Math.ceil(bytes.length / chunkLength) }, (_, index) => bytes.subarray(index * chunkLength, (index + 1) * chunkLength));
  const sum = new RowSum();
  const passed = await buffer(Readable.from(chunks).pipe(sum));
  return { rows: sum.rows, checksum: sum.checksum, passed: passed.toString() };
}

describe('the sum of rows', () => {
  it('is the same in whatever order and pieces they come, and hands them on as they are', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 1, max: 40 }), async (lines, length) => {
        const [one, other] = [await sumOf(lines), await sumOf([...lines].reverse(), length)];
        expect(other).toMatchObject({ rows: one.rows, checksum: one.checksum });
        expect(one).toMatchObject({ rows: lines.length, passed: lines.map((line) => `${line}\n`).join('') });
      }),
    );
  });

  it('is another where a row is missing, comes twice or differs', async () => {
    const { checksum } = await sumOf(['a', 'b', 'c']);
    const others = await Promise.all([['a', 'b'], ['a', 'b', 'c', 'c'], ['a', 'b', 'd'], ['ab', '', 'c']].map((lines) => sumOf(lines)));
    expect(others.map((other) => other.checksum)).not.toContain(checksum);
  });
});

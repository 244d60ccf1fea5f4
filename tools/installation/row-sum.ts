import { createHash } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';

const NEWLINE = 0x0a;
const MASK = (1n << 64n) - 1n;
const DIGITS = 16;

/**
 * Hands rows on as COPY writes them, a line each, and counts and sums them up on the way. The sum does not depend on their
 * order, in which a database that has loaded them need not hand them out again.
 */
export class RowSum extends Transform {
  private rest: Buffer = Buffer.alloc(0);
  private sum = 0n;
  private count = 0;

  get rows(): number {
    return this.count;
  }

  get checksum(): string {
    return this.sum.toString(16).padStart(DIGITS, '0');
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    const bytes = this.rest.length > 0 ? Buffer.concat([this.rest, chunk]) : chunk;
    let start = 0;
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
      this.add(bytes.subarray(start, end));
      start = end + 1;
    }
    this.rest = Buffer.from(bytes.subarray(start));
    done(null, chunk);
  }

  override _flush(done: TransformCallback): void {
    if (this.rest.length > 0) this.add(this.rest);
    done();
  }

  private add(row: Buffer): void {
    this.count += 1;
    this.sum = (this.sum + createHash('sha256').update(row).digest().readBigUInt64BE()) & MASK;
  }
}

const FIRST_BYTES = 4_096;
const KEPT_BYTES = 256 * 1_024;
/** The most bytes that one UTF-16 unit becomes in UTF-8. */
const BYTES_PER_UNIT = 3;

/** The version of the format, the first byte of every batch. */
export const FRAME_VERSION = 1;

/**
 * Packs many calls, or many answers, into the bytes of one message. All numbers are big-endian:
 *
 *     batch  = version:u8 frame*
 *     frame  = length:u32 body          length counts the body
 *     call   = id:u32 headerLength:u32 header request
 *     answer = id:u32 kind:u8 content
 */
export class FrameWriter {
  private bytes = Buffer.allocUnsafe(FIRST_BYTES);
  private end = 0;
  private count = 0;
  /** The length of the last batch, as the best guess at that of the next. */
  private usual = FIRST_BYTES;

  /** How many bytes are packed. */
  get length(): number {
    return this.end;
  }

  /** How many frames are packed. */
  get frames(): number {
    return this.count;
  }

  /** Packs a call. */
  call(id: number, header: string, request: string): void {
    const start = this.begin(8 + (header.length + request.length) * BYTES_PER_UNIT);
    this.end = this.bytes.writeUInt32BE(id, this.end);
    const headerStart = this.end + 4;
    this.end = headerStart + this.bytes.write(header, headerStart);
    this.bytes.writeUInt32BE(this.end - headerStart, headerStart - 4);
    this.end += this.bytes.write(request, this.end);
    this.finish(start);
  }

  /** Packs an answer. */
  answer(id: number, kind: number, content: Buffer | string): void {
    const start = this.begin(5 + content.length * (typeof content === 'string' ? BYTES_PER_UNIT : 1));
    this.end = this.bytes.writeUInt32BE(id, this.end);
    this.end = this.bytes.writeUInt8(kind, this.end);
    this.end += typeof content === 'string' ? this.bytes.write(content, this.end) : content.copy(this.bytes, this.end);
    this.finish(start);
  }

  /** Hands over what is packed and begins anew. */
  take(): Buffer {
    const packed = this.bytes.subarray(0, this.end);
    // The next batch begins behind this one where that leaves room for another as long, since the socket still holds
    // these bytes; a buffer that has to grow on the way is copied each time. The room of one huge message is let go.
    this.usual = Math.min(Math.max(this.end, FIRST_BYTES), KEPT_BYTES);
    const rest = this.bytes.subarray(this.end);
    const isWorthKeeping = rest.length >= this.usual && this.bytes.length <= KEPT_BYTES;
    this.bytes = isWorthKeeping ? rest : Buffer.allocUnsafe(Math.min(this.usual * 2, KEPT_BYTES));
    this.end = 0;
    this.count = 0;
    return packed;
  }

  private begin(atMostBytes: number): number {
    if (this.count === 0) {
      this.reserve(1);
      this.end = this.bytes.writeUInt8(FRAME_VERSION, 0);
    }
    this.reserve(4 + atMostBytes);
    const start = this.end;
    this.end += 4;
    return start;
  }

  private finish(start: number): void {
    this.bytes.writeUInt32BE(this.end - start - 4, start);
    this.count += 1;
  }

  private reserve(more: number): void {
    if (this.end + more <= this.bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, this.end + more));
    this.bytes.copy(larger, 0, 0, this.end);
    this.bytes = larger;
  }
}

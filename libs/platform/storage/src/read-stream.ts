import type { Readable } from 'node:stream';

/** All bytes of a stream, refused once they are more than the limit, so that no upload fills the memory. */
export async function readStream(stream: Readable, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) throw new RangeError(`More than ${maxBytes} bytes were streamed.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

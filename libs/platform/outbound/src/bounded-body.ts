import { type Readable, pipeline } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { OutboundFault } from './outbound-fault';

const UNPACKERS: Readonly<Record<string, () => NodeJS.ReadWriteStream & Readable>> = { gzip: createGunzip, 'x-gzip': createGunzip, deflate: createInflate, br: createBrotliDecompress };

/** What we can unpack, as `accept-encoding`. */
export const ACCEPTED_ENCODINGS = 'gzip, deflate, br';

/** Reads a body, unpacked, up to so many bytes; what would be more is not read at all, so that a small bomb stays small. */
export async function boundedBody(body: Readable, encoding: string | undefined, maxBytes: number): Promise<Buffer> {
  const unpacked = unpack(body, encoding?.trim().toLowerCase());
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of unpacked as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) throw new OutboundFault('too-large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function unpack(body: Readable, encoding = 'identity'): Readable {
  if (encoding === 'identity' || encoding === '') return body;
  const make = UNPACKERS[encoding];
  if (!make) throw new OutboundFault('unreadable');
  // The fault of either stream is thrown to whoever reads the last one.
  return pipeline(body, make(), () => undefined) as NodeJS.ReadWriteStream & Readable;
}

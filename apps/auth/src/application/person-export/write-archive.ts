import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** A file on its way into an archive, in pieces. */
export interface ArchivedPart {
  readonly name: string;
  readonly pieces: AsyncIterable<Uint8Array>;
  /** Pictures are as small as they get. */
  readonly isCompressed: boolean;
}

/** The bytes of a ZIP of these parts, written while they come: no more than a piece of them is in memory at once. */
export async function* writeArchive(parts: AsyncIterable<ArchivedPart>): AsyncGenerator<Buffer> {
  const written: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    written.push(bytes);
  });
  for await (const { name, pieces, isCompressed } of parts) {
    const entry = isCompressed ? new ZipPassThrough(name) : new ZipDeflate(name);
    zip.add(entry);
    for await (const piece of pieces) {
      entry.push(piece);
      yield* taken(written);
    }
    entry.push(new Uint8Array(0), true);
    yield* taken(written);
  }
  zip.end();
  yield* taken(written);
}

function taken(written: Uint8Array[]): Buffer[] {
  return written.splice(0).map((bytes) => Buffer.from(bytes));
}

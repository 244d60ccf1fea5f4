import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** A file of an archive. */
export interface ArchivedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

const BLOCK = 512;

/** Where a file of real data is: under `BOOKABLE_DATA`, else beside the checkout. It is not part of the repository, so it may be absent. */
export function dataFile(path: string): string {
  return resolve(process.env['BOOKABLE_DATA'] || resolve(__dirname, '../../../../../shared/data'), path);
}

/** The files of a small `.tar.gz`, read in memory. */
export function filesIn(archive: string): ArchivedFile[] {
  const tar = gunzipSync(readFileSync(archive));
  const files: ArchivedFile[] = [];
  for (let offset = 0; offset + BLOCK <= tar.length && tar[offset] !== 0; ) {
    const size = Number.parseInt(tar.toString('latin1', offset + 124, offset + 136), 8);
    const name = tar.toString('utf8', offset, offset + 100).replace(/\0.*$/s, '');
    const isFile = '0\0'.includes(tar.toString('latin1', offset + 156, offset + 157));
    if (isFile) files.push({ name, bytes: tar.subarray(offset + BLOCK, offset + BLOCK + size) });
    offset += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return files;
}

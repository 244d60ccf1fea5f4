import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';

/** One row of a file with the number of the line it begins on. */
export interface CsvRow<Row> {
  readonly line: number;
  readonly row: Row;
}

/** Reads a CSV file with a header, plain or gzipped, row by row. */
export async function* readCsv<Row>(file: string): AsyncGenerator<CsvRow<Row>> {
  const raw = createReadStream(file);
  const source = file.endsWith('.gz') ? raw.pipe(createGunzip()) : raw;
  const rows = source.pipe(parse({ columns: true, info: true, bom: true, skip_empty_lines: true, relax_column_count: false }));
  let line = 2;
  for await (const { record, info } of rows as AsyncIterable<{ record: Row; info: { lines: number } }>) {
    yield { line, row: record };
    line = info.lines + 1;
  }
}

import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { type CsvError, parse } from 'csv-parse';

/** One row of a file with the number of the line it begins on. */
export interface CsvRow<Row> {
  readonly line: number;
  readonly row: Row;
}

/** What a file of rows must look like, and who wants to know of those that do not. */
export interface CsvRules {
  readonly columns: readonly string[];
  readonly onBroken: (line: number, reason: string) => void;
}

/**
 * Reads a CSV file with a header, plain or gzipped, row by row. A row that breaks the form is told of and passed over;
 * a file that lacks a column is another file than it was taken for, and not read at all.
 */
export async function* readCsv<Row>(file: string, { columns, onBroken }: CsvRules): AsyncGenerator<CsvRow<Row>> {
  const rows = parse({
    columns: (header: string[]) => {
      const missing = columns.filter((column) => !header.includes(column));
      if (missing.length > 0) throw new Error(`${file} has no column ${missing.join(', ')}.`);
      return header;
    },
    info: true,
    raw: true,
    bom: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error, raw) => {
      if (error) onBroken(firstLine(Number(error['lines']), raw ?? ''), reasonOf(error));
      return undefined;
    },
  });
  const bytes = createReadStream(file);
  // Whatever goes wrong with the file or its compression ends the reading below with that error.
  const done = () => undefined;
  if (file.endsWith('.gz')) pipeline(bytes, createGunzip(), rows, done);
  else pipeline(bytes, rows, done);
  for await (const { record, raw, info } of rows as AsyncIterable<{ record: Row; raw: string; info: { lines: number } }>) {
    yield { line: firstLine(info.lines, raw), row: record };
  }
}

/** The reader counts the lines it has left behind; a row may have several, and empty ones before it. */
function firstLine(lastLine: number, raw: string): number {
  return lastLine - (raw.trim().split('\n').length - 1);
}

function reasonOf(error: CsvError): string {
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return `a quote is not closed, so that nothing can be read from here to line ${String(error['lines'])}`;
  return error.code === 'CSV_RECORD_INCONSISTENT_COLUMNS' ? 'it has another number of columns than the header' : error.message;
}

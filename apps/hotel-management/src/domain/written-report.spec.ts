import * as fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { csvLine } from './csv-line';
import { inMajorUnits } from './major-units';

describe('a line of a report for spreadsheets', () => {
  it('is read again as it was written, whatever people have called their rooms', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }).map((text) => `r${text}`), { minLength: 2 }), (cells) => {
        const [read] = parse(csvLine(cells), { relaxColumnCount: true });
        expect(read).toEqual(cells);
      }),
    );
  });

  it('begins no formula, and leaves numbers alone', () => {
    const written = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '＝1', '=cmd|"/c calc"!A1'].map((text) => csvLine([text]).trimEnd());
    expect(written.every((line) => /^"?'/.test(line))).toBe(true);
    expect(csvLine([{ number: '-12.50' }, '101', undefined])).toBe('-12.50,101,\r\n');
  });
});

describe('an amount in whole units', () => {
  it('is exact in every currency, however large', () => {
    expect([inMajorUnits(12_345, 'EUR'), inMajorUnits(-5, 'EUR'), inMajorUnits(12_345, 'JPY'), inMajorUnits(1, 'KWD')]).toEqual(['123.45', '-0.05', '12345', '0.001']);
    expect(inMajorUnits(Number.MAX_SAFE_INTEGER, 'EUR')).toBe('90071992547409.91');
  });
});

import { readCsv } from '../read-csv';
import { type Contradiction, HOTEL_COLUMNS, type HotelRow, type ReplayedStay, readRow } from './hotel-row';

/** Which rows are replayed: all unless told. */
export interface Slice {
  /** A hotel whose name begins so. */
  readonly hotel?: string;
  /** Those that arrive before this day. */
  readonly until?: string;
  /** The first so many of them. */
  readonly rows?: number;
}

/** What a file says. */
export interface ReadStays {
  readonly stays: readonly ReplayedStay[];
  /** The lines of the rows that contradict themselves, by how. */
  readonly contradictions: ReadonlyMap<Contradiction, readonly number[]>;
  /** Lines that are no reservation at all, and why. */
  readonly faults: readonly { readonly line: number; readonly reason: string }[];
}

/** Reads the reservations of a file, or a slice of them. */
export async function readStays(file: string, { hotel = '', until = '9999', rows = Infinity }: Slice): Promise<ReadStays> {
  const stays: ReplayedStay[] = [];
  const contradictions = new Map<Contradiction, number[]>();
  const faults: { line: number; reason: string }[] = [];
  const onBroken = (line: number, reason: string) => void faults.push({ line, reason });
  for await (const { line, row } of readCsv<HotelRow>(file, { columns: HOTEL_COLUMNS, onBroken })) {
    const read = readRow(line, row);
    if ('fault' in read) {
      faults.push({ line, reason: read.fault });
      continue;
    }
    if (stays.length >= rows || !read.stay.hotel.startsWith(hotel) || read.stay.from >= until) continue;
    stays.push(read.stay);
    for (const one of read.contradictions) contradictions.set(one, [...(contradictions.get(one) ?? []), line]);
  }
  return { stays, contradictions, faults };
}

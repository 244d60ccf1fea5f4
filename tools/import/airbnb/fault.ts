/** A row that was left out, in whole or in part, and why. */
export interface Fault {
  readonly file: 'listings' | 'calendar' | 'reviews';
  readonly line: number;
  /** As far as it could be read. */
  readonly id?: string;
  readonly reasons: readonly string[];
}

/** Where to look, as a person says it. */
export function placeOf({ file, line, id }: Fault): string {
  return `${file}, line ${line}${id === undefined ? '' : ` (${id})`}`;
}

const FILE_ORDER = ['listings', 'calendar', 'reviews'];

/** In the order of the files, from the top down. */
export function inOrder(faults: readonly Fault[]): Fault[] {
  return [...faults].sort((one, other) => FILE_ORDER.indexOf(one.file) - FILE_ORDER.indexOf(other.file) || one.line - other.line);
}

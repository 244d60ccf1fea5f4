/** What a spreadsheet would take for the beginning of a formula, also in the full-width forms that some of them read alike. */
const BEGINS_A_FORMULA = /^\s*[=+\-@\t\r＝＋－＠]/;
const NEEDS_QUOTES = /[",\r\n]/;

/**
 * One line of CSV (RFC 4180). Numbers are ours and stay as they are; of texts, which people have written, none begins a
 * formula in the spreadsheet of whoever opens it.
 */
export function csvLine(cells: readonly (string | { readonly number: string } | undefined)[]): string {
  return `${cells.map((cell) => (typeof cell === 'object' ? cell.number : quoted(cell ?? ''))).join(',')}\r\n`;
}

function quoted(text: string): string {
  const harmless = BEGINS_A_FORMULA.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

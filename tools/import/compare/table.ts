import type { Outcome } from './compare';

const HEADER = ['searches by', 'asked', 'expected', 'found', 'answered otherwise'];

/** One line for each kind of search, and one for all of them. */
export function tableOf(outcomes: readonly Outcome[]): string {
  const families = [...new Set(outcomes.map(({ wish }) => wish.family))];
  const rows = [...families.map((family) => rowOf(family, outcomes.filter(({ wish }) => wish.family === family))), rowOf('all', outcomes)];
  const widths = HEADER.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]!.length)));
  const line = (row: readonly string[]) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join('  ');
  return [line(HEADER), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

function rowOf(name: string, outcomes: readonly Outcome[]): string[] {
  const sum = (of: (outcome: Outcome) => number) => String(outcomes.reduce((total, outcome) => total + of(outcome), 0));
  return [name, String(outcomes.length), sum(({ expected }) => expected), sum(({ found }) => found), sum(({ differences }) => Number(differences.length > 0))];
}

/** Each search that was answered otherwise than the files say, so that it can be asked again by hand. */
export function differencesOf(outcomes: readonly Outcome[]): string[] {
  return outcomes
    .filter(({ differences }) => differences.length > 0)
    .map(({ wish, expected, found, differences }) => `?${new URLSearchParams(wish.parameters)}\n  expected ${expected}, found ${found}; ${differences.join('; ')}`);
}

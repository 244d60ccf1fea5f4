import type { Doing } from './visitors';

/** One answer: how long after it should have been asked it was there, and whether it was the one that was wanted. */
export interface Answer {
  readonly doing: Doing;
  /** 0 where the connection broke. */
  readonly status: number;
  readonly isWanted: boolean;
  readonly tookMs: number;
}

/** Refused because too much was asked: what a house that knows its bounds says. */
export const isRefusal = ({ status }: Pick<Answer, 'status'>): boolean => status === 429 || status === 503;

/** Neither what was wanted nor a refusal. */
export const isError = (answer: Answer): boolean => !answer.isWanted && !isRefusal(answer);

/** The value below which this share of some numbers lies; 0 of none. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

const ms = (value: number) => Math.round(value).toLocaleString('en');

/** A table of what was asked: how many, how long in the middle and for the slowest, what went wrong. */
export function tableOf(answers: readonly Answer[]): string {
  const doings = [...new Set(answers.map(({ doing }) => doing))];
  const rows = [...doings.map((doing) => rowOf(doing, answers.filter((answer) => answer.doing === doing))), rowOf('all', answers)];
  return ['| | asked | refused | errors | p50 ms | p95 ms | p99 ms |', '|---|---|---|---|---|---|---|', ...rows].join('\n');
}

function rowOf(name: string, answers: readonly Answer[]): string {
  const served = answers.filter(({ isWanted }) => isWanted).map(({ tookMs }) => tookMs);
  const cells = [answers.length, answers.filter(isRefusal).length, answers.filter(isError).length, ...[0.5, 0.95, 0.99].map((share) => ms(quantile(served, share)))];
  return `| ${name} | ${cells.join(' | ')} |`;
}

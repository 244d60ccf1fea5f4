import { cpus } from 'node:os';
import type { Compared } from './comparison';

/** Says on what machine and how the figures that follow were taken. */
export function printHeader(rounds: number, seconds: number): void {
  console.log(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}; medians of ${rounds} rounds in turns, ${seconds} s a side, load generator included.\n`);
}

/** One line a comparison; the ratio is what to trust. */
export function printComparison({ name, unit, goal, ours, floor, ratio, isReached }: Compared): void {
  const figure = (number: number) => (unit === 'ms' ? `${number.toFixed(3)} ms` : `${Math.round(number).toLocaleString('en')}/s`);
  const wanted = `${unit === 'ms' ? '≤' : '≥'} ${goal}`;
  console.log(`${isReached ? '✓' : '✗'} ${name}\n    ratio ${ratio.toFixed(2)} (${wanted}); ours ${figure(ours)}, floor ${figure(floor)}`);
}

import { existsSync, readFileSync } from 'node:fs';

const HEAD = ['fault', 'sent', 'answered', 'put off', 'slowest', 'lost', 'doubled', 'recovery', 'verify', 'seed'];

const seconds = (ms) => `${(ms / 1_000).toFixed(1)} s`;

/** The lines that the suites of a run have written, each of one fault. */
export function readFaultTable(file) {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));
}

function cells({ fault, sent, answered, putOff, slowestMs, lost = '?', doubled = '?', recoveryMs, verify, seed, leftOut }) {
  if (leftOut !== undefined) return [fault, ...Array(7).fill('–'), 'left out', seed];
  return [fault, sent, answered, putOff, seconds(slowestMs), lost, doubled, seconds(recoveryMs), verify, seed];
}

/** One table for people: what was done to the system, and what came of it. */
export function faultTable(rows) {
  const lines = [HEAD, ...rows.map(cells)].map((line) => line.map(String));
  const widths = HEAD.map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  const lined = lines.map((line) => line.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join('  '));
  const reasons = rows.filter(({ leftOut }) => leftOut !== undefined).map(({ fault, leftOut }) => `LEFT OUT: ${fault}, because ${leftOut}`);
  return [lined[0], '─'.repeat(lined[0].length), ...lined.slice(1), ...reasons].join('\n');
}

import { readFileSync, readdirSync } from 'node:fs';

/** The kernel counts in hundredths of a second wherever Linux runs. */
const TICK_US = 10_000;
const PAGE_BYTES = 4_096;
const SERVICE = /dist\/apps\/([\w-]+)\/main\.js/;

interface Running {
  readonly pid: number;
  readonly parent: number;
  readonly name: string;
  readonly usedUs: number;
  readonly residentBytes: number;
}

/** What belongs together: the processes of one service, or all of Postgres. */
function nameOf(pid: number): string {
  const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  return SERVICE.exec(words)?.[1] ?? (words.includes('postgres') ? 'postgres' : 'launcher');
}

function readProcess(pid: number): Running | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name, in parentheses, may hold anything; what follows is numbers, from the third field on.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { pid, parent: Number(fields[1]), name: nameOf(pid), usedUs: (Number(fields[11]) + Number(fields[12])) * TICK_US, residentBytes: Number(fields[21]) * PAGE_BYTES };
  } catch (error) {
    // It ended between the look at the list and the look at itself.
    if (['ENOENT', 'ESRCH'].includes(String((error as NodeJS.ErrnoException).code))) return undefined;
    throw error;
  }
}

/** What the processes of one name use together: of the processor since they began, and of memory at this moment. */
export interface ProcessUse {
  readonly usedUs: number;
  readonly residentBytes: number;
}

/** What a process and its descendants use, by name. What processes share counts for each. Linux only. */
export function useOfTree(root: number): ReadonlyMap<string, ProcessUse> {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((pid) => readProcess(Number(pid)) ?? []);
  const ours = new Set([root]);
  for (let before = -1; before !== ours.size; ) {
    before = ours.size;
    for (const { pid, parent } of all) if (ours.has(parent)) ours.add(pid);
  }
  const byName = new Map<string, ProcessUse>();
  for (const { pid, name, usedUs, residentBytes } of all) {
    const { usedUs: usedBefore, residentBytes: residentBefore } = byName.get(name) ?? { usedUs: 0, residentBytes: 0 };
    if (ours.has(pid)) byName.set(name, { usedUs: usedBefore + usedUs, residentBytes: residentBefore + residentBytes });
  }
  return byName;
}

/** Microseconds of processor time that a process and its descendants have used so far, by name. */
export function processorTimeUs(root: number): ReadonlyMap<string, number> {
  return new Map([...useOfTree(root)].map(([name, { usedUs }]) => [name, usedUs]));
}

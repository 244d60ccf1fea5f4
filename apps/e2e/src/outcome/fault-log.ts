import { appendFileSync } from 'node:fs';
import type { History } from '../crowd/history';
import type { Discrepancy } from '../crowd/judgement';
import type { Verdict } from '../installation/installation';
import { Outages, recoveryMs } from './outages';

/** One line of the table that a run of the faults ends with. */
export interface FaultRow {
  readonly fault: string;
  readonly seed: number;
  readonly sent: number;
  readonly answered: number;
  /** Of those answered: "not now", which a client asks again. */
  readonly putOff: number;
  readonly slowestMs: number;
  /** Undefined where the trial broke off before anything could be judged. */
  readonly lost?: number;
  readonly doubled?: number;
  readonly recoveryMs: number;
  readonly verify: 'green' | 'red' | 'not run';
  /** Why the fault was not tried at all. */
  readonly leftOut?: string;
}

const NOTHING = { sent: 0, answered: 0, putOff: 0, slowestMs: 0, recoveryMs: 0, verify: 'not run' } as const;

/** What each fault of a suite came to, judged by the history that was written outside the system. */
export class FaultLog {
  private rows: FaultRow[] = [];

  constructor(
    readonly history: History,
    private readonly seed: number,
  ) {
    process.stderr.write(`Every request and answer is written to ${history.file}\n`);
  }

  /** Tries one fault; it stands in the table however the trial ends. */
  async trial(fault: string, work: (outages: Outages) => Promise<readonly Discrepancy[]>): Promise<string[]> {
    const first = this.history.entries.length;
    const outages = new Outages((said) => this.history.note(`${fault}: ${said}`));
    let wrong: readonly Discrepancy[] | undefined;
    try {
      wrong = await work(outages);
      return wrong.map(({ sentence }) => sentence);
    } finally {
      const entries = this.history.entries.slice(first);
      const answers = entries.filter(({ status }) => status !== undefined);
      this.rows.push({
        ...NOTHING,
        fault,
        seed: this.seed,
        sent: entries.length,
        answered: answers.length,
        putOff: answers.filter(({ status }) => status === 503).length,
        slowestMs: Math.max(0, ...entries.map(({ tookMs }) => tookMs)),
        lost: wrong?.reduce((sum, { lost }) => sum + lost, 0),
        doubled: wrong?.reduce((sum, { doubled }) => sum + doubled, 0),
        recoveryMs: recoveryMs(entries, outages.all),
      });
    }
  }

  /** Says of a fault that it could not be tried here. */
  leaveOut(fault: string, why: string): void {
    process.stderr.write(`LEFT OUT: ${fault}, because ${why}\n`);
    this.rows.push({ ...NOTHING, fault, seed: this.seed, leftOut: why });
  }

  /** Everything tried so far was followed by this verdict about what it left in the database. */
  verified({ isGreen }: Pick<Verdict, 'isGreen'>): void {
    this.rows = this.rows.map((row) => (row.leftOut === undefined && row.verify === 'not run' ? { ...row, verify: isGreen ? 'green' : 'red' } : row));
  }

  /** Adds the lines to the table of the whole run, where there is one. */
  write(): void {
    const table = process.env['FAULT_TABLE'];
    for (const row of this.rows.splice(0)) if (table) appendFileSync(table, `${JSON.stringify(row)}\n`);
  }
}

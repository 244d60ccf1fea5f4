import { appendFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One request and what came of it. */
export interface Entry {
  readonly traveller: string;
  readonly step: string;
  readonly method: string;
  readonly path: string;
  readonly attempt: number;
  readonly idempotencyKey?: string;
  /** Undefined where no answer came: whether it was carried out is not known. */
  readonly status?: number;
  /** The word of a refusal, or what broke where no answer came. */
  readonly said?: string;
  /** The id of what was answered, where it has one. */
  readonly id?: string;
  /** When the answer came, or the wait for it ended. */
  readonly endedAtMs: number;
  readonly tookMs: number;
  /** Whether a refusal is a problem document that says when to come again. */
  readonly saysWhen?: boolean;
}

/**
 * Every request and every answer, written down outside the system at the moment it came, so that what the system says
 * afterwards can be held against what it said then.
 */
export class History {
  readonly file = join(mkdtempSync(join(tmpdir(), 'bookable-history-')), 'history.jsonl');
  private readonly kept: Entry[] = [];

  /** Writes an entry down. */
  add(entry: Entry): void {
    this.kept.push(entry);
    appendFileSync(this.file, `${JSON.stringify({ at: new Date().toISOString(), ...entry })}\n`);
  }

  /** Notes what is done to the system, so that a reader sees it between the requests. */
  note(said: string): void {
    appendFileSync(this.file, `${JSON.stringify({ at: new Date().toISOString(), said })}\n`);
  }

  get entries(): readonly Entry[] {
    return this.kept;
  }
}

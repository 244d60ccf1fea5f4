import { LETTER_OUTCOMES, type LetterOutcome } from '@bookable/contracts-operations';
import type { DeadLetter } from '@bookable/platform-bus';
import { type AuditEntry, AuditLog, type Transaction } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';

/** What was decided on a dead letter. */
export interface Decision {
  readonly outcome: LetterOutcome;
  /** Of which death; a letter that was replayed may die again. */
  readonly diedAt: string;
  readonly by: string | null;
  readonly at: Date;
  readonly reason: string | null;
}

const ACTION: Readonly<Record<LetterOutcome, string>> = { replayed: 'operations.dead-letter.replayed', dropped: 'operations.dead-letter.dropped' };
const OPENED = 'operations.dead-letter.opened';

/** What was decided on dead letters stands in the audit log, and nowhere else. */
@Injectable()
export class DecisionsOnLetters {
  constructor(private readonly log: AuditLog) {}

  /** Whoever decides on the same letter waits here. */
  async lock(tx: Transaction, id: string): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('dead letter'), hashtext($1))`, [id]);
  }

  /** The last decision on a letter. */
  async last(tx: Transaction, id: string): Promise<Decision | undefined> {
    const pages = await Promise.all(LETTER_OUTCOMES.map((outcome) => this.log.page({ subject: subjectOf(id), action: ACTION[outcome] }, 1, undefined, tx)));
    const [entry] = pages.flat().sort((one, other) => (one.id < other.id ? 1 : -1));
    return entry && asDecision(entry);
  }

  note(tx: Transaction, letter: DeadLetter, { outcome, at, reason }: Pick<Decision, 'outcome' | 'at'> & { readonly reason?: string }): void {
    tx.audit({ action: ACTION[outcome], as: 'admin', subject: subjectOf(letter.messageId), at, reason, facts: { topic: letter.topic, diedAt: letter.diedAt } });
  }

  noteLook(tx: Transaction, { messageId, topic }: DeadLetter): void {
    tx.audit({ action: OPENED, as: 'admin', subject: subjectOf(messageId), facts: { topic } });
  }
}

function subjectOf(id: string): string {
  return `dead-letter ${id}`;
}

function asDecision({ action, facts, actorId, at, reason }: AuditEntry): Decision {
  return { outcome: action === ACTION.replayed ? 'replayed' : 'dropped', diedAt: String(facts?.['diedAt']), by: actorId, at, reason };
}

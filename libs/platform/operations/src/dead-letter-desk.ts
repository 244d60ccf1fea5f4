import {
  type DeadLetterRequest, DeadLetterSettled, type DeadLetterView, type DropDeadLetterRequest, type FindDeadLettersRequest, type LetterOutcome, type OpenedDeadLetterView,
  type SettledDeadLetterView,
} from '@bookable/contracts-operations';
import { type CursorKey, DomainError, NotFound, type Page, cursorKey, pageOf } from '@bookable/kernel';
import { type DeadLetter, DeadLetters, type MessageContext } from '@bookable/platform-bus';
import { Database, type Transaction } from '@bookable/platform-database';
import { redact } from '@bookable/platform-logging';
import { Injectable } from '@nestjs/common';
import { type Decision, DecisionsOnLetters } from './decisions-on-letters';
import { lookIntoLetter } from './look-into-letter';
import { onlyAdministrators } from './only-administrators';
import { OperatedService } from './operated-service';

/** More than anybody looks through; once these are settled the next come up. */
const LISTED_AT_MOST = 1_000;
/** As long as somebody who decided otherwise may still be about to act. */
const MAY_BE_ACTING_MS = 60_000;

/**
 * Where administrators look at dead letters and decide on them. A decision is in the audit log before it is acted upon, so
 * that nothing happens that nobody knows of; who dies in between leaves the letter where it was, and whoever decides the
 * same completes it. Of two at once both are told what was decided first, and it is done once.
 */
@Injectable()
export class DeadLetterDesk {
  constructor(
    private readonly service: OperatedService,
    private readonly letters: DeadLetters,
    private readonly database: Database,
    private readonly decisions: DecisionsOnLetters,
  ) {}

  async find({ cursor, limit = 20 }: FindDeadLettersRequest, context: MessageContext): Promise<Page<DeadLetterView>> {
    onlyAdministrators(context);
    const after = cursor === undefined ? undefined : cursorKey(cursor, isKeyOfLetter);
    const letters = [...(await this.letters.list(this.service.name, LISTED_AT_MOST))].sort(byDeath);
    const behind = after ? letters.filter((letter) => isBehind(letter, after)) : letters;
    return pageOf(behind.slice(0, limit + 1), limit, present, ({ diedAt, messageId }) => [diedAt, messageId]);
  }

  async open({ id }: DeadLetterRequest, context: MessageContext): Promise<OpenedDeadLetterView> {
    onlyAdministrators(context);
    const letter = await this.letters.find(this.service.name, id);
    if (!letter) throw new DomainError(NotFound, 'There is no such dead letter.');
    await this.database.transaction(async (tx) => this.decisions.noteLook(tx, letter));
    return { ...present(letter), body: lookIntoLetter(letter.payload) };
  }

  async replay({ id }: DeadLetterRequest, context: MessageContext): Promise<SettledDeadLetterView> {
    onlyAdministrators(context);
    const settled = await this.decide(id, 'replayed', undefined, context);
    await this.letters.replay(this.service.name, id);
    return settled;
  }

  async drop({ id, reason }: DropDeadLetterRequest, context: MessageContext): Promise<SettledDeadLetterView> {
    onlyAdministrators(context);
    const settled = await this.decide(id, 'dropped', reason, context);
    await this.letters.drop(this.service.name, id);
    return settled;
  }

  private decide(id: string, outcome: LetterOutcome, reason: string | undefined, context: MessageContext): Promise<SettledDeadLetterView> {
    return this.database.transaction(async (tx) => {
      await this.decisions.lock(tx, id);
      const letter = await this.letters.find(this.service.name, id);
      const last = await this.decisions.last(tx, id);
      return letter ? this.decideOn(tx, letter, last, outcome, reason, context) : asDecided(id, outcome, last);
    });
  }

  private decideOn(tx: Transaction, letter: DeadLetter, last: Decision | undefined, outcome: LetterOutcome, reason: string | undefined, { actor }: MessageContext): SettledDeadLetterView {
    const { messageId: id, diedAt } = letter;
    const now = new Date();
    const ofThisDeath = last?.diedAt === diedAt ? last : undefined;
    if (ofThisDeath?.outcome === outcome) return presentDecision(id, ofThisDeath);
    if (ofThisDeath && now.getTime() - ofThisDeath.at.getTime() < MAY_BE_ACTING_MS) throw settledOtherwise(ofThisDeath);
    this.decisions.note(tx, letter, { outcome, at: now, reason });
    return { id, outcome, by: actor?.userId ?? null, at: now.toISOString(), reason: reason ?? null };
  }
}

function asDecided(id: string, outcome: LetterOutcome, last: Decision | undefined): SettledDeadLetterView {
  if (!last) throw new DomainError(NotFound, 'There is no such dead letter.');
  if (last.outcome !== outcome) throw settledOtherwise(last);
  return presentDecision(id, last);
}

function settledOtherwise({ outcome, at }: Decision): DomainError {
  return new DomainError(DeadLetterSettled, `The dead letter was ${outcome} at ${at.toISOString()}.`, { outcome });
}

function presentDecision(id: string, { outcome, by, at, reason }: Decision): SettledDeadLetterView {
  return { id, outcome, by, at: at.toISOString(), reason };
}

function present({ messageId: id, service, topic, aggregateId, attempts: tries, fault, diedAt }: DeadLetter): DeadLetterView {
  return { id, service, topic, aggregateId, tries, reason: String(redact(fault)), diedAt };
}

type LetterKey = readonly [diedAt: string, messageId: string];

function isKeyOfLetter(key: CursorKey): key is LetterKey {
  return key.length === 2 && key.every((part) => typeof part === 'string');
}

function isBehind({ diedAt, messageId }: DeadLetter, [afterDeath, afterId]: LetterKey): boolean {
  return diedAt > afterDeath || (diedAt === afterDeath && messageId > afterId);
}

function byDeath(one: DeadLetter, other: DeadLetter): number {
  return isBehind(one, [other.diedAt, other.messageId]) ? 1 : -1;
}

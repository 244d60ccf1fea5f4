import { DomainError, IdempotencyKeyReused } from '@bookable/kernel';
import type { Queryable } from '../database';
import type { CommandIdentity } from './command-identity';

interface KeptAnswer {
  readonly body_hash: Buffer;
  readonly answer: string | null;
  readonly answered_in_bytes: boolean;
}

/** The answer a command was given before; `found` is false where the key was purged in between. */
export type EarlierAnswer = { readonly found: false } | { readonly found: true; readonly answer: unknown };

// Where the same key is being used at this moment, ON CONFLICT waits for that transaction to end.
const TAKE_KEY = `
  INSERT INTO idempotency (caller, topic, key, body_hash) VALUES ($1, $2, $3, $4)
  ON CONFLICT (caller, topic, key) DO NOTHING RETURNING true AS taken`;
const READ_ANSWER = 'SELECT body_hash, answer, answered_in_bytes FROM idempotency WHERE caller = $1 AND topic = $2 AND key = $3';
const KEEP_ANSWER = 'UPDATE idempotency SET answer = $4, answered_in_bytes = $5 WHERE caller = $1 AND topic = $2 AND key = $3';

/** Takes the key for this transaction; false where the command was carried out before. */
export async function takeKey(tx: Queryable, { caller, topic, key, bodyHash }: CommandIdentity): Promise<boolean> {
  const rows = await tx.query(TAKE_KEY, [caller, topic, key, bodyHash], { name: 'take-idempotency-key' });
  return rows.length > 0;
}

/** An answer as it is kept: its JSON, and whether it was handed over as bytes. */
export interface EncodedAnswer {
  readonly text: string | null;
  readonly isBytes: boolean;
}

/** Encodes an answer; done before anything of the closing round trip is sent, because it may throw. */
export function encodeAnswer(answer: unknown): EncodedAnswer {
  if (Buffer.isBuffer(answer)) return { text: answer.toString('utf8'), isBytes: true };
  return { text: JSON.stringify(answer) ?? null, isBytes: false };
}

/** Keeps the answer beside the key, in the transaction of the effect. */
export function keepAnswer(tx: Queryable, { caller, topic, key }: CommandIdentity, { text, isBytes }: EncodedAnswer): Promise<unknown> {
  return tx.query(KEEP_ANSWER, [caller, topic, key, text, isBytes], { name: 'keep-idempotent-answer' });
}

/** The answer kept under a key; refuses where it was given to another body. */
export async function readAnswer(tx: Queryable, { caller, topic, key, bodyHash }: CommandIdentity): Promise<EarlierAnswer> {
  const [kept] = await tx.query<KeptAnswer>(READ_ANSWER, [caller, topic, key], { name: 'read-idempotent-answer' });
  if (!kept) return { found: false };
  if (!kept.body_hash.equals(bodyHash)) throw new DomainError(IdempotencyKeyReused);
  if (kept.answer === null) return { found: true, answer: undefined };
  return { found: true, answer: kept.answered_in_bytes ? Buffer.from(kept.answer) : JSON.parse(kept.answer) };
}

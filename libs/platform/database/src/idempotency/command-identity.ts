import { createHash } from 'node:crypto';
import type { MessageContext } from '@bookable/platform-bus';

/** What makes two commands the same one: who, what and under which key; the hash tells whether the body is equal too. */
export interface CommandIdentity {
  readonly caller: string;
  readonly topic: string;
  readonly key: string;
  readonly bodyHash: Buffer;
}

const ANONYMOUS = 'anonymous';

/** JSON with sorted keys, so that the order in which a client writes its fields does not make another body of it. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  ) ?? 'null';
}

/** The identity of a command, or undefined where its caller gave no key. */
export function identifyCommand(context: MessageContext, request: unknown): CommandIdentity | undefined {
  if (context.idempotencyKey === undefined) return undefined;
  const bodyHash = createHash('sha256').update(canonicalJson(request)).digest();
  return { caller: context.actor?.userId ?? ANONYMOUS, topic: context.topic, key: context.idempotencyKey, bodyHash };
}

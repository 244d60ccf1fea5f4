import type { ErasureView, FindErasuresRequest } from '@bookable/contracts-auth';
import { type CursorKey, type Page, cursorKey, isId, pageOf } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { onlyAdministrators } from '@bookable/platform-operations';
import { Injectable } from '@nestjs/common';
import { type ErasureKey, type ErasureProgress, ErasureStore } from '../../persistence/erasure.store';

/** Shows administrators which service has erased whom, and whom not yet. */
@Injectable()
export class FindErasures {
  constructor(private readonly ledger: ErasureStore) {}

  async execute({ state, cursor, limit = 20 }: FindErasuresRequest, context: MessageContext): Promise<Page<ErasureView>> {
    onlyAdministrators(context);
    const people = await this.ledger.page({ after: keyIn(cursor), isOpen: state && state === 'open', limit: limit + 1 });
    return pageOf(people, limit, present, ({ askedAt, personId }) => [askedAt.toISOString(), personId]);
  }
}

function present({ personId, askedAt, services }: ErasureProgress): ErasureView {
  const instant = (text: string | null) => text && new Date(text).toISOString();
  const shown = services.map(({ acknowledgedAt, repeatedAt, dueAt, ...same }) => ({ ...same, acknowledgedAt: instant(acknowledgedAt), repeatedAt: instant(repeatedAt), dueAt: instant(dueAt) }));
  return { personId, askedAt: askedAt.toISOString(), isComplete: services.every(({ acknowledgedAt }) => acknowledgedAt !== null), services: shown };
}

function keyIn(cursor: string | undefined): ErasureKey | undefined {
  if (cursor === undefined) return undefined;
  const isKey = (key: CursorKey): key is readonly [string, string] => key.length === 2 && typeof key[0] === 'string' && !Number.isNaN(Date.parse(key[0])) && isId(key[1]);
  const [askedAt, personId] = cursorKey(cursor, isKey);
  return { askedAt, personId };
}

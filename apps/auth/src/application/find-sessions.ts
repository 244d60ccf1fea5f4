import type { FindSessionsRequest, SessionView } from '@bookable/contracts-auth';
import { DomainError, Malformed, type Page, decodeCursor, encodeCursor, isId } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { type Session, SessionStore } from '../persistence/session.store';
import { signedInCaller } from './caller';

const DEFAULT_LIMIT = 20;

/** Lists where the caller is signed in. */
@Injectable()
export class FindSessions {
  constructor(
    private readonly sessions: SessionStore,
    private readonly clock: Clock,
  ) {}

  async execute({ limit = DEFAULT_LIMIT, cursor }: FindSessionsRequest, context: MessageContext): Promise<Page<SessionView>> {
    const { userId, sessionId } = signedInCaller(context);
    const found = await this.sessions.page(userId, this.clock.now(), cursor === undefined ? undefined : idOf(cursor), limit + 1);
    const items = found.slice(0, limit);
    const last = items.at(-1);
    return {
      items: items.map((session) => viewOf(session, session.id === sessionId)),
      nextCursor: found.length > limit && last ? encodeCursor([last.id]) : null,
    };
  }
}

function idOf(cursor: string): string {
  const id = decodeCursor(cursor)?.[0];
  if (!isId(id)) throw new DomainError(Malformed, undefined, { errors: [{ path: 'cursor', message: 'cursor must come from a page before' }] });
  return id;
}

function viewOf(session: Session, current: boolean): SessionView {
  const { id, createdAt, lastUsedAt, expiresAt, userAgent, clientAddress } = session;
  return {
    id,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    current,
    ...(userAgent !== null && { userAgent }),
    ...(clientAddress !== null && { clientAddress }),
  };
}

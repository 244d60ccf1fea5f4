import { Database, type Queryable } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';

/** A place where somebody is signed in; also the family of its refresh tokens. */
export interface Session {
  readonly id: string;
  readonly userId: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date;
  readonly expiresAt: Date;
  readonly userAgent: string | null;
  readonly clientAddress: string | null;
}

const SESSION = `
  SELECT id, user_id AS "userId", created_at AS "createdAt", last_used_at AS "lastUsedAt",
         expires_at AS "expiresAt", user_agent AS "userAgent", client_address AS "clientAddress"
  FROM session`;

/** Sessions. Ending one deletes it and every token of its family. */
@Injectable()
export class SessionStore {
  constructor(private readonly database: Database) {}

  async add(tx: Queryable, session: Session): Promise<void> {
    const { id, userId, createdAt, lastUsedAt, expiresAt, userAgent, clientAddress } = session;
    await tx.query(
      `INSERT INTO session (id, user_id, created_at, last_used_at, expires_at, user_agent, client_address)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [id, userId, createdAt, lastUsedAt, expiresAt, userAgent, clientAddress],
    );
  }

  /** Holds the session a token belongs to, so that uses of its family follow one another. */
  async lockByToken(tx: Queryable, tokenHash: Buffer): Promise<Session | undefined> {
    const owner = 'SELECT session_id FROM refresh_token WHERE token_hash = $1';
    const [session] = await tx.query<Session>(`${SESSION} WHERE id = (${owner}) FOR UPDATE`, [tokenHash], { name: 'lock-session-by-token' });
    return session;
  }

  async markUsed(tx: Queryable, { id, lastUsedAt, expiresAt, userAgent, clientAddress }: Session): Promise<void> {
    await tx.query(
      'UPDATE session SET last_used_at = $2, expires_at = $3, user_agent = $4, client_address = $5 WHERE id = $1',
      [id, lastUsedAt, expiresAt, userAgent, clientAddress],
      { name: 'mark-session-used' },
    );
  }

  /** Ends one session of a user; false where there is none. */
  async end(tx: Queryable, userId: string, sessionId: string): Promise<boolean> {
    const ended = await tx.query('DELETE FROM session WHERE id = $1 AND user_id = $2 RETURNING id', [sessionId, userId]);
    return ended.length > 0;
  }

  /** Ends all sessions of a user but, where told, one; answers how many. */
  async endAll(tx: Queryable, userId: string, exceptSessionId?: string): Promise<number> {
    const ended = await tx.query(
      'DELETE FROM session WHERE user_id = $1 AND id IS DISTINCT FROM $2::uuid RETURNING id',
      [userId, exceptSessionId ?? null],
    );
    return ended.length;
  }

  /** Ends whatever a user has beyond the newest sessions, so that nobody can fill the table; answers which. */
  async endBeyond(tx: Queryable, userId: string, keep: number): Promise<string[]> {
    const surplus = 'SELECT id FROM session WHERE user_id = $1 ORDER BY id DESC OFFSET $2';
    const ended = await tx.query<{ id: string }>(`DELETE FROM session WHERE id IN (${surplus}) RETURNING id`, [userId, keep]);
    return ended.map(({ id }) => id);
  }

  /** Sessions that are not over, the newest first, from a cursor on. */
  page(userId: string, now: Date, beforeId: string | undefined, limit: number): Promise<Session[]> {
    return this.database.query<Session>(
      `${SESSION} WHERE user_id = $1 AND expires_at > $2 AND ($3::uuid IS NULL OR id < $3) ORDER BY id DESC LIMIT $4`,
      [userId, now, beforeId ?? null, limit],
    );
  }
}

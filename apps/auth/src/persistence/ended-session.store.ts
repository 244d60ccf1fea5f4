import type { EndedSessionFacts } from '@bookable/contracts-auth';
import { Database, type Queryable } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';

/** As many as a gateway remembers. */
const READ_AT_MOST = 200_000;

interface Row {
  readonly userId: string;
  readonly sessionId: string | null;
  readonly exceptSessionId: string | null;
  readonly endedAt: Date;
}

/** Sessions that are over, kept a little longer than their access tokens live. */
@Injectable()
export class EndedSessionStore {
  constructor(private readonly database: Database) {}

  async add(tx: Queryable, { userId, sessionId, exceptSessionId, endedAt }: EndedSessionFacts): Promise<void> {
    await tx.query(
      'INSERT INTO ended_session (user_id, session_id, except_session_id, ended_at) VALUES ($1, $2, $3, $4)',
      [userId, sessionId ?? null, exceptSessionId ?? null, endedAt],
      { name: 'add-ended-session' },
    );
  }

  /** Those that ended at a moment or after it; the newest where they are more than anybody could remember. */
  async since(moment: Date): Promise<EndedSessionFacts[]> {
    const rows = await this.database.query<Row>(
      `SELECT user_id AS "userId", session_id AS "sessionId", except_session_id AS "exceptSessionId", ended_at AS "endedAt"
       FROM ended_session WHERE ended_at >= $1 ORDER BY ended_at DESC LIMIT ${READ_AT_MOST}`,
      [moment],
    );
    return rows.map(({ userId, sessionId, exceptSessionId, endedAt }) => ({
      userId,
      endedAt: endedAt.toISOString(),
      ...(sessionId !== null && { sessionId }),
      ...(exceptSessionId !== null && { exceptSessionId }),
    }));
  }
}

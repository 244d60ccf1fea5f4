import type { NotificationView } from '@bookable/contracts-notification';
import { Database, type Queryable, deleteInBatches } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';

/** A notification to be kept, once for each fact and person. */
export interface NewNotification extends Omit<NotificationView, 'readAt'> {
  readonly factKey: string;
  readonly personId: string;
}

/** Where a page of notifications goes on: behind the one that was made at this moment under this id. */
export interface NotificationKey {
  readonly createdAt: string;
  readonly id: string;
}

/** Which page of whose notifications. */
export interface NotificationQuery {
  readonly personId: string;
  readonly isUnread?: boolean;
  readonly after?: NotificationKey;
  readonly limit: number;
}

interface NotificationRow extends Omit<NotificationView, 'createdAt' | 'readAt'> {
  readonly createdAt: Date;
  readonly readAt: Date | null;
}

const COLUMNS = 'id, type, title, text, subject, subject_id AS "subjectId", path, created_at AS "createdAt", read_at AS "readAt"';
const ADD = `
  INSERT INTO notification (id, fact_key, person_id, type, title, text, subject, subject_id, path, created_at)
  SELECT id, fact_key, person_id, type, title, text, subject, subject_id, path, created_at
  FROM json_populate_recordset(NULL::notification, $1) ORDER BY fact_key, person_id
  ON CONFLICT DO NOTHING RETURNING id`;
const PAGE = `
  SELECT ${COLUMNS} FROM notification
  WHERE person_id = $1 AND ($2::timestamptz IS NULL OR (created_at, id) < ($2, $3::uuid))`;
const NEWEST_FIRST = 'ORDER BY created_at DESC, id DESC LIMIT $4';
/** The first reading counts: a second one changes nothing. */
const READ = `UPDATE notification SET read_at = coalesce(read_at, now()) WHERE id = $1 AND person_id = $2 RETURNING ${COLUMNS}`;
const READ_ALL = `
  WITH reading AS (UPDATE notification SET read_at = now() WHERE person_id = $1 AND read_at IS NULL RETURNING 1)
  SELECT count(*)::int AS count FROM reading`;

const asView = (row: NotificationRow): NotificationView => ({ ...row, createdAt: row.createdAt.toISOString(), readAt: row.readAt?.toISOString() ?? null });
const READ_STATE = new Map([[true, 'AND read_at IS NULL'], [false, 'AND read_at IS NOT NULL']]);

/** Keeps what people were told in the app. */
@Injectable()
export class NotificationStore {
  constructor(private readonly database: Database) {}

  /** Answers the ids of those that are new; the same fact told again is not. */
  async add(tx: Queryable, notices: readonly NewNotification[]): Promise<ReadonlySet<string>> {
    if (notices.length === 0) return new Set();
    const rows = notices.map(({ factKey, personId, subjectId, createdAt, ...same }) => ({ ...same, fact_key: factKey, person_id: personId, subject_id: subjectId, created_at: createdAt }));
    const added = await tx.query<{ id: string }>(ADD, [JSON.stringify(rows)], { name: 'add-notifications' });
    return new Set(added.map(({ id }) => id));
  }

  async page({ personId, isUnread, after, limit }: NotificationQuery): Promise<NotificationView[]> {
    const filter = isUnread === undefined ? '' : READ_STATE.get(isUnread);
    const params = [personId, after?.createdAt ?? null, after?.id ?? null, limit];
    const rows = await this.database.query<NotificationRow>(`${PAGE} ${filter} ${NEWEST_FIRST}`, params);
    return rows.map(asView);
  }

  /** Forgets what was told before a moment, read or not. */
  async forgetBefore(moment: Date): Promise<void> {
    await deleteInBatches(this.database, { table: 'notification', where: 'created_at < $1' }, [moment]);
  }

  async countUnread(personId: string): Promise<number> {
    const [row] = await this.database.query<{ count: number }>('SELECT count(*)::int AS count FROM notification WHERE person_id = $1 AND read_at IS NULL', [personId]);
    return row?.count ?? 0;
  }

  /** Nothing is answered where the notification is not this person's. */
  async read(id: string, personId: string): Promise<NotificationView | undefined> {
    const [row] = await this.database.query<NotificationRow>(READ, [id, personId]);
    return row && asView(row);
  }

  async readAll(personId: string): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(READ_ALL, [personId]);
    return row?.count ?? 0;
  }

  async eraseOf(tx: Queryable, personId: string): Promise<void> {
    await tx.query('DELETE FROM notification WHERE person_id = $1', [personId]);
  }
}

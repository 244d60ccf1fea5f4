import { Database, type Queryable } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';

/** A link as it is kept. */
export interface Link {
  readonly code: string;
  readonly url: string;
  readonly expiresAt: Date | null;
}

/** A link of a person's own. */
export interface OwnedLink extends Link {
  readonly ownerId: string;
}

/** A link of the platform's own, one for each address and purpose. */
export interface PlatformLink extends Link {
  readonly purpose: string;
}

const COLUMNS = 'code, url, expires_at AS "expiresAt"';
const INSERT_OWNED = `
  INSERT INTO link (code, url, owner_id, expires_at) VALUES ($1, $2, $3, $4)
  ON CONFLICT DO NOTHING RETURNING ${COLUMNS}`;
const INSERT_FOR_PLATFORM = `
  INSERT INTO link (code, url, purpose, expires_at) VALUES ($1, $2, $3, $4)
  ON CONFLICT DO NOTHING RETURNING ${COLUMNS}`;
const FIND_FOR_PLATFORM = `SELECT ${COLUMNS} FROM link WHERE purpose = $1 AND md5(url) = md5($2) AND url = $2 AND owner_id IS NULL`;

/** Keeps links. A code is never given twice, also not in other capitals. */
@Injectable()
export class LinkStore {
  constructor(private readonly database: Database) {}

  /** Keeps a person's link; nothing is answered where the code is taken. */
  async add(tx: Queryable, { code, url, ownerId, expiresAt }: OwnedLink): Promise<Link | undefined> {
    const [link] = await tx.query<Link>(INSERT_OWNED, [code, url, ownerId, expiresAt]);
    return link;
  }

  /** Keeps the platform's link or answers the one it has; nothing where the code is taken by another link. */
  async addForPlatform({ code, url, purpose, expiresAt }: PlatformLink): Promise<Link | undefined> {
    const [added] = await this.database.query<Link>(INSERT_FOR_PLATFORM, [code, url, purpose, expiresAt], { name: 'add-platform-link' });
    return added ?? this.findForPlatform(purpose, url);
  }

  async findForPlatform(purpose: string, url: string): Promise<Link | undefined> {
    const [link] = await this.database.query<Link>(FIND_FOR_PLATFORM, [purpose, url], { name: 'find-platform-link' });
    return link;
  }

  async find(code: string): Promise<Link | undefined> {
    const [link] = await this.database.query<Link>(`SELECT ${COLUMNS} FROM link WHERE code = $1`, [code], { name: 'find-link' });
    return link;
  }

  /** Forgets a person's links together with their clicks. */
  async eraseOf(tx: Queryable, ownerId: string): Promise<void> {
    await tx.query('DELETE FROM link WHERE owner_id = $1', [ownerId]);
  }
}

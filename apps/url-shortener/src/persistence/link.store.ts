import { Batches, Database, type Queryable } from '@bookable/platform-database';
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

/** A link as its owner holds it in a transaction. */
export interface HeldLink extends Link {
  readonly isRemoved: boolean;
}

/** A link in a list, with the moment it was made, to the microsecond as the database keeps it. */
export interface ListedLink extends Link {
  readonly createdAt: string;
}

const COLUMNS = 'code, url, expires_at AS "expiresAt"';
const INSERT_OWNED = `
  INSERT INTO link (code, url, owner_id, expires_at) VALUES ($1, $2, $3, $4)
  ON CONFLICT DO NOTHING RETURNING ${COLUMNS}`;
const INSERT_FOR_PLATFORM = `
  INSERT INTO link (code, url, purpose, expires_at)
  SELECT code, url, purpose, expires_at FROM json_to_recordset($1) AS wanted (code text, url text, purpose text, expires_at timestamptz)
  ORDER BY purpose, url
  ON CONFLICT DO NOTHING RETURNING ${COLUMNS}`;
const LINKS_AT_ONCE = 64;
const PAGE = `
  SELECT ${COLUMNS}, to_json(created_at) #>> '{}' AS "createdAt" FROM link
  WHERE owner_id = $1 AND removed_at IS NULL AND ($2::timestamptz IS NULL OR (created_at, code) < ($2, $3))
  ORDER BY created_at DESC, code DESC LIMIT $4`;
const REMOVE = `
  WITH forgotten AS (DELETE FROM click_count WHERE code = $1), nowhere AS (DELETE FROM click_country WHERE code = $1)
  UPDATE link SET removed_at = now(), url = '', expires_at = NULL, version = version + 1 WHERE code = $1 RETURNING version`;
/** What leaves with its owner is erased but for the bare code. */
const ERASE = `
  WITH erased AS (UPDATE link SET removed_at = coalesce(removed_at, now()), url = '', expires_at = NULL, owner_id = NULL, version = version + 1 WHERE owner_id = $1 RETURNING code, version),
    forgotten AS (DELETE FROM click_count USING erased WHERE click_count.code = erased.code),
    nowhere AS (DELETE FROM click_country USING erased WHERE click_country.code = erased.code)
  SELECT code, version FROM erased`;
const FIND_FOR_PLATFORM = `SELECT ${COLUMNS} FROM link WHERE purpose = $1 AND md5(url) = md5($2) AND url = $2 AND owner_id IS NULL`;

/** Keeps links. A code is never given twice, also not in other capitals. */
@Injectable()
export class LinkStore {
  /** Mails that leave together ask for their links together. */
  private readonly ofPlatform: Batches<PlatformLink, Link | undefined>;

  constructor(private readonly database: Database) {
    this.ofPlatform = new Batches({
      carry: (links) => this.insertForPlatform(links),
      marksOf: ({ purpose, url }) => [`${purpose} ${url}`],
      batchSize: LINKS_AT_ONCE,
      batchesInFlight: 1,
    });
  }

  /** Keeps a person's link; nothing is answered where the code is taken. */
  async add(tx: Queryable, { code, url, ownerId, expiresAt }: OwnedLink): Promise<Link | undefined> {
    const [link] = await tx.query<Link>(INSERT_OWNED, [code, url, ownerId, expiresAt]);
    return link;
  }

  /** Keeps the platform's link or answers the one it has; nothing where the code is taken by another link. */
  async addForPlatform(wanted: PlatformLink): Promise<Link | undefined> {
    return (await this.ofPlatform.add(wanted)) ?? this.findForPlatform(wanted);
  }

  private async insertForPlatform(wanted: readonly PlatformLink[]): Promise<(Link | undefined)[]> {
    const rows = wanted.map(({ code, url, purpose, expiresAt }) => ({ code, url, purpose, expires_at: expiresAt }));
    const added = await this.database.query<Link>(INSERT_FOR_PLATFORM, [JSON.stringify(rows)], { name: 'add-platform-links' });
    const byCode = new Map(added.map((link) => [link.code, link]));
    return wanted.map(({ code }) => byCode.get(code));
  }

  private async findForPlatform({ purpose, url }: PlatformLink): Promise<Link | undefined> {
    const [link] = await this.database.query<Link>(FIND_FOR_PLATFORM, [purpose, url], { name: 'find-platform-link' });
    return link;
  }

  /** The link at a code, also where it was removed. */
  async find(code: string): Promise<HeldLink | undefined> {
    const [link] = await this.database.query<HeldLink>(`SELECT ${COLUMNS}, removed_at IS NOT NULL AS "isRemoved" FROM link WHERE code = $1`, [code], { name: 'find-link' });
    return link;
  }

  /** A person's link, held until the transaction ends. */
  async lock(tx: Queryable, code: string, ownerId: string): Promise<HeldLink | undefined> {
    const [link] = await tx.query<HeldLink>(`SELECT ${COLUMNS}, removed_at IS NOT NULL AS "isRemoved" FROM link WHERE code = $1 AND owner_id = $2 FOR UPDATE`, [code, ownerId]);
    return link;
  }

  /** A page of a person's links, newest first, behind a given one. */
  pageOf(ownerId: string, after: { readonly createdAt: string | null; readonly code: string | null }, limit: number): Promise<ListedLink[]> {
    return this.database.query<ListedLink>(PAGE, [ownerId, after.createdAt, after.code, limit]);
  }

  /** Answers the new version. */
  async change(tx: Queryable, { code, url, expiresAt }: Link): Promise<number> {
    return versionOf(await tx.query('UPDATE link SET url = $2, expires_at = $3, version = version + 1 WHERE code = $1 RETURNING version', [code, url, expiresAt]));
  }

  /** Answers the new version. */
  async remove(tx: Queryable, code: string): Promise<number> {
    return versionOf(await tx.query(REMOVE, [code]));
  }

  /** Forgets a person's links together with their clicks, and says which they were. */
  eraseOf(tx: Queryable, ownerId: string): Promise<{ code: string; version: number }[]> {
    return tx.query(ERASE, [ownerId]);
  }
}

function versionOf(rows: readonly { version: number }[]): number {
  const [row] = rows;
  if (!row) throw new Error('A link that was held has gone.');
  return row.version;
}

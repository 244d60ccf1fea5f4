import { Injectable } from '@nestjs/common';
import type { Queryable } from '@bookable/platform-database';

export interface HostFacts {
  readonly id: string;
  readonly name: string;
  readonly avatarUrl: string | null;
  readonly version: number;
}

const KEEP = `
  INSERT INTO host (id, name, name_key, avatar_url, view, version) VALUES ($1, $2, catalog.folded($2), $3, $5, $4)
  ON CONFLICT (id) DO UPDATE SET
    (name, name_key, avatar_url, view, version) = (excluded.name, excluded.name_key, excluded.avatar_url, excluded.view, excluded.version)
  WHERE host.version < excluded.version AND NOT host.is_gone`;

const ERASE = `
  INSERT INTO host (id, version, is_gone) VALUES ($1, $2, true)
  ON CONFLICT (id) DO UPDATE SET (name, name_key, avatar_url, view, version, is_gone) = (NULL, NULL, NULL, NULL, excluded.version, true)`;

/** Names and faces of owners, as auth told them. */
@Injectable()
export class HostStore {
  async keep(queryable: Queryable, { id, name, avatarUrl, version }: HostFacts): Promise<void> {
    await queryable.query(KEEP, [id, name, avatarUrl, version, JSON.stringify({ id, name, avatarUrl })], { name: 'keep-host' });
  }

  /** Nothing is left of a deleted account but that it is gone, so that a late message does not bring its name back. */
  async erase(queryable: Queryable, id: string, version: number): Promise<void> {
    await queryable.query(ERASE, [id, version]);
  }
}

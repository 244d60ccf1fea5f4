import type { Queryable } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import type { ExternalIdentity } from '../domain/imported-person';

/** Which account belongs to whom elsewhere. */
@Injectable()
export class ImportedPersonStore {
  async find(on: Queryable, { source, externalId }: ExternalIdentity): Promise<string | undefined> {
    const [known] = await on.query<{ userId: string }>(
      'SELECT user_id AS "userId" FROM imported_person WHERE source = $1 AND external_id = $2',
      [source, externalId],
      { name: 'find-imported-person' },
    );
    return known?.userId;
  }

  async add(on: Queryable, { source, externalId }: ExternalIdentity, userId: string): Promise<void> {
    await on.query('INSERT INTO imported_person (source, external_id, user_id) VALUES ($1, $2, $3)', [source, externalId, userId]);
  }
}

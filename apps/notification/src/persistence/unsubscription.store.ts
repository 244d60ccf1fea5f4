import { randomBytes } from 'node:crypto';
import { Batches, Database, type Queryable } from '@bookable/platform-database';
import { AskedOnce } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import type { NoticeType } from '../domain/notification-types';
import type { Locale } from '../domain/person';
import type { DIGEST } from './delivery.store';

/** Whose mails of which type a token declines, and in which language they are written to. */
export interface Unsubscription {
  readonly personId: string;
  readonly type: NoticeType | typeof DIGEST;
  readonly locale: Locale;
}

/** Somebody who may decline mails of a type. */
type Decliner = Pick<Unsubscription, 'personId' | 'type'>;

interface KeptToken extends Decliner {
  readonly token: string;
}

/** Nobody guesses whose mails to decline. */
const TOKEN_BYTES = 24;
const TOKENS_AT_ONCE = 64;
const KNOWN = `
  SELECT token, person_id AS "personId", type FROM unsubscription
  WHERE (person_id, type) IN (SELECT * FROM unnest($1::uuid[], $2::text[]))`;
/** The first token made for somebody and a type stays theirs, so that links in old mails work; nothing is made for who has left. */
const OFFER = `
  INSERT INTO unsubscription (token, person_id, type)
  SELECT token, person_id, type FROM unnest($1::uuid[], $2::text[], $3::text[]) AS offered (person_id, type, token)
  WHERE NOT EXISTS (SELECT 1 FROM person WHERE id = person_id AND is_erased)
  ORDER BY person_id, type
  ON CONFLICT DO NOTHING`;
const FIND = `
  SELECT person_id AS "personId", type, coalesce(person.locale, 'en') AS locale
  FROM unsubscription LEFT JOIN person ON person.id = person_id WHERE token = $1`;

/** Keeps by which token mails are declined. */
@Injectable()
export class UnsubscriptionStore {
  private readonly asked: Batches<Decliner, string | undefined>;
  /** A host is written to of every booking: the mails that leave together name one token. */
  private readonly tokens = new AskedOnce<string | undefined>();

  constructor(private readonly database: Database) {
    this.asked = new Batches({ carry: (decliners) => this.keepTogether(decliners), marksOf: (decliner) => [markOf(decliner)], batchSize: TOKENS_AT_ONCE, batchesInFlight: 1 });
  }

  /** The token of a person and a type, made where there is none yet. Nothing for who has left. */
  keep(personId: string, type: Unsubscription['type']): Promise<string | undefined> {
    return this.tokens.answer(markOf({ personId, type }), () => this.asked.add({ personId, type }));
  }

  private async keepTogether(decliners: readonly Decliner[]): Promise<(string | undefined)[]> {
    const known = await this.known(decliners);
    const missing = decliners.filter((decliner) => !known.has(markOf(decliner)));
    if (missing.length > 0) {
      await this.database.query(OFFER, [...columnsOf(missing), missing.map(() => randomBytes(TOKEN_BYTES).toString('base64url'))], { name: 'offer-unsubscriptions' });
      for (const [mark, token] of await this.known(missing)) known.set(mark, token);
    }
    return decliners.map((decliner) => known.get(markOf(decliner)));
  }

  private async known(decliners: readonly Decliner[]): Promise<Map<string, string>> {
    const kept = await this.database.query<KeptToken>(KNOWN, columnsOf(decliners), { name: 'find-unsubscriptions' });
    return new Map(kept.map((one) => [markOf(one), one.token]));
  }

  async find(token: string, queryable: Queryable = this.database): Promise<Unsubscription | undefined> {
    const [found] = await queryable.query<Unsubscription>(FIND, [token]);
    return found;
  }

  async eraseOf(tx: Queryable, personId: string): Promise<void> {
    await tx.query('DELETE FROM unsubscription WHERE person_id = $1', [personId]);
  }
}

const markOf = ({ personId, type }: Decliner): string => `${personId} ${type}`;

function columnsOf(decliners: readonly Decliner[]): [string[], string[]] {
  return [decliners.map(({ personId }) => personId), decliners.map(({ type }) => type)];
}

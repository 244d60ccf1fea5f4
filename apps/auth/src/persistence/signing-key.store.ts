import { Database, type Queryable } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import type { SigningTerm } from '../domain/key-rotation';
import type { PublicJwk } from '../domain/public-key';

/** A signing key as it is kept. */
export interface KeptSigningKey extends SigningTerm {
  readonly publicJwk: PublicJwk;
  readonly sealedPrivateKey: Buffer;
  readonly sealedBy: string;
  readonly createdAt: Date;
}

/** The keys that sign access tokens. */
@Injectable()
export class SigningKeyStore {
  constructor(private readonly database: Database) {}

  all(on: Queryable = this.database): Promise<KeptSigningKey[]> {
    return on.query<KeptSigningKey>(
      `SELECT kid, public_jwk AS "publicJwk", sealed_private_key AS "sealedPrivateKey", sealed_by AS "sealedBy",
              created_at AS "createdAt", signs_from AS "signsFrom"
       FROM signing_key ORDER BY signs_from, kid`,
    );
  }

  /** Lets one replica at a time change the set of keys, so that two never rotate twice. */
  async lockSet(tx: Queryable): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || '.signing_key', 0))`);
  }

  async add(tx: Queryable, key: KeptSigningKey): Promise<void> {
    const { kid, publicJwk, sealedPrivateKey, sealedBy, createdAt, signsFrom } = key;
    await tx.query(
      `INSERT INTO signing_key (kid, public_jwk, sealed_private_key, sealed_by, created_at, signs_from) VALUES ($1, $2, $3, $4, $5, $6)`,
      [kid, JSON.stringify(publicJwk), sealedPrivateKey, sealedBy, createdAt, signsFrom],
    );
  }

  async remove(tx: Queryable, kids: readonly string[]): Promise<void> {
    await tx.query('DELETE FROM signing_key WHERE kid = ANY ($1)', [kids]);
  }
}

import type { Queryable } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';

/** A refresh token that was once given out; the successor can be opened only by who holds the token itself. */
export interface KeptRefreshToken {
  readonly rotatedAt: Date | null;
  readonly sealedSuccessor: Buffer | null;
}

/** Refresh tokens by their hashes; the old ones stay as long as their session, or reuse could not be told. */
@Injectable()
export class RefreshTokenStore {
  async add(tx: Queryable, tokenHash: Buffer, sessionId: string): Promise<void> {
    await tx.query('INSERT INTO refresh_token (token_hash, session_id) VALUES ($1, $2)', [tokenHash, sessionId], { name: 'add-refresh-token' });
  }

  async find(tx: Queryable, tokenHash: Buffer): Promise<KeptRefreshToken | undefined> {
    const [token] = await tx.query<KeptRefreshToken>(
      'SELECT rotated_at AS "rotatedAt", sealed_successor AS "sealedSuccessor" FROM refresh_token WHERE token_hash = $1',
      [tokenHash],
      { name: 'find-refresh-token' },
    );
    return token;
  }

  async markRotated(tx: Queryable, tokenHash: Buffer, rotatedAt: Date, sealedSuccessor: Buffer): Promise<void> {
    await tx.query(
      'UPDATE refresh_token SET rotated_at = $2, sealed_successor = $3 WHERE token_hash = $1',
      [tokenHash, rotatedAt, sealedSuccessor],
      { name: 'mark-token-rotated' },
    );
  }
}

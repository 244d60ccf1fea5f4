import type { PushSubscriptionView } from '@bookable/contracts-notification';
import { Database, type Queryable } from '@bookable/platform-database';
import { FieldSeals } from '@bookable/platform-sealing';
import { Injectable } from '@nestjs/common';
import { PUSH_AUTH, PUSH_P256DH } from './sealed-columns';

/** A browser of somebody's. */
export interface PushSubscription {
  readonly id: string;
  readonly personId: string;
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
}

/** A browser as the table has it. */
interface KeptSubscription extends Omit<PushSubscription, 'p256dh' | 'auth'> {
  readonly p256dh: string | null;
  readonly sealedP256dh: Buffer | null;
  readonly auth: string | null;
  readonly sealedAuth: Buffer | null;
}

interface ViewRow {
  readonly id: string;
  readonly createdAt: Date;
}

/** Whoever signs in with a browser has it: what was pushed to somebody before is not pushed there any more. */
const SAVE = `
  INSERT INTO push_subscription AS kept (id, person_id, endpoint, p256dh, sealed_p256dh, auth, sealed_auth, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
  ON CONFLICT (endpoint) DO UPDATE
  SET person_id = excluded.person_id, p256dh = excluded.p256dh, sealed_p256dh = excluded.sealed_p256dh, auth = excluded.auth, sealed_auth = excluded.sealed_auth,
    id = CASE WHEN kept.person_id = excluded.person_id THEN kept.id ELSE excluded.id END,
    created_at = CASE WHEN kept.person_id = excluded.person_id THEN kept.created_at ELSE excluded.created_at END
  RETURNING id, created_at AS "createdAt"`;
const KEEP_THE_LATEST = `
  DELETE FROM push_subscription WHERE id IN (SELECT id FROM push_subscription WHERE person_id = $1 ORDER BY created_at DESC, id DESC OFFSET $2)`;
const FIND = `
  SELECT id, person_id AS "personId", endpoint, p256dh, sealed_p256dh AS "sealedP256dh", auth, sealed_auth AS "sealedAuth" FROM push_subscription WHERE id = $1`;

const asView = ({ id, createdAt }: ViewRow): PushSubscriptionView => ({ id, createdAt: createdAt.toISOString() });

/** Keeps which browsers pushes go to. */
@Injectable()
export class PushSubscriptionStore {
  constructor(
    private readonly database: Database,
    private readonly seals: FieldSeals,
  ) {}

  async save(tx: Queryable, { id, personId, endpoint, p256dh, auth }: PushSubscription, now: Date, atMost: number): Promise<PushSubscriptionView> {
    const [ownKey, ownSecret] = [this.seals.seal(PUSH_P256DH, endpoint, p256dh), this.seals.seal(PUSH_AUTH, endpoint, auth)];
    const [row] = await tx.query<ViewRow>(SAVE, [id, personId, endpoint, ownKey.plain, ownKey.sealed, ownSecret.plain, ownSecret.sealed, now]);
    await tx.query(KEEP_THE_LATEST, [personId, atMost]);
    return asView(row ?? { id, createdAt: now });
  }

  async of(personId: string): Promise<PushSubscriptionView[]> {
    return (await this.database.query<ViewRow>('SELECT id, created_at AS "createdAt" FROM push_subscription WHERE person_id = $1 ORDER BY id', [personId])).map(asView);
  }

  async find(id: string): Promise<PushSubscription | undefined> {
    const [found] = await this.database.query<KeptSubscription>(FIND, [id], { name: 'find-push-subscription' });
    return found && this.opened(found);
  }

  /** The browsers of several people. */
  ofAll(tx: Queryable, personIds: readonly string[]): Promise<Pick<PushSubscription, 'id' | 'personId'>[]> {
    return tx.query('SELECT id, person_id AS "personId" FROM push_subscription WHERE person_id = ANY ($1::uuid[]) ORDER BY id', [personIds], { name: 'push-subscriptions-of-people' });
  }

  /** Whether there was such a one; anybody's where nobody is named. */
  async remove(id: string, personId: string | null): Promise<boolean> {
    return (await this.database.query('DELETE FROM push_subscription WHERE id = $1 AND ($2::uuid IS NULL OR person_id = $2) RETURNING id', [id, personId])).length > 0;
  }

  async eraseOf(tx: Queryable, personId: string): Promise<void> {
    await tx.query('DELETE FROM push_subscription WHERE person_id = $1', [personId]);
  }

  private opened({ sealedP256dh, sealedAuth, ...kept }: KeptSubscription): PushSubscription {
    const p256dh = this.seals.open(PUSH_P256DH, kept.endpoint, { plain: kept.p256dh, sealed: sealedP256dh })!;
    return { ...kept, p256dh, auth: this.seals.open(PUSH_AUTH, kept.endpoint, { plain: kept.auth, sealed: sealedAuth })! };
  }
}

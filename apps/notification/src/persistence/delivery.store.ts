import { Batches, Database, type Queryable, deleteInBatches } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import type { DeliveryStep } from '../domain/delivery-step';
import type { NoticeType } from '../domain/notification-types';
import type { Locale } from '../domain/person';
import type { QuietHours } from '../domain/reading-hours';

/** What a mail is told as that tells many things. */
export const DIGEST = 'digest';

/** One of the things that a digest tells, in words. */
export interface DigestItem {
  readonly title: string;
  readonly text: string;
  readonly path: string;
}

/** What a mail is made of when its turn comes. It is forgotten as soon as it is sent; where it holds a secret, however it ended. */
export interface Letter {
  /** What it is told as; account mails are told as nothing. */
  readonly type?: NoticeType | typeof DIGEST;
  /** What a digest or a push says of it. */
  readonly notice?: Pick<DigestItem, 'title' | 'text'>;
  /** What a digest tells. */
  readonly items?: readonly DigestItem[];
  readonly content: Readonly<Record<string, string | boolean | null>>;
  readonly path: string;
  /** Whether the path is a key to an account, which nobody else may learn. */
  readonly isSecret: boolean;
  readonly isMandatory: boolean;
}

/** A message to one person over one channel, once for each fact. */
export interface NewDelivery {
  readonly id: string;
  readonly factKey: string;
  readonly personId: string;
  readonly channel: 'email' | 'push';
  readonly template: string;
  readonly locale: Locale;
  /** Where mail goes; the id of the subscription of a browser. */
  readonly address: string;
  /** Which of several browsers, so that each is told once. */
  readonly target?: string;
  readonly name: string;
  readonly letter: Letter;
  readonly expiresAt: string | null;
  /** Until when it is held for the digest of its reader. */
  readonly heldUntil?: Date;
}

/** A delivery somebody has taken on for the length of a lease. */
export interface ClaimedDelivery {
  readonly id: string;
  readonly channel: NewDelivery['channel'];
  readonly personId: string;
  readonly template: string;
  readonly locale: Locale;
  readonly address: string;
  readonly name: string;
  readonly letter: Letter;
  /** Which try this is; whoever comes later has a higher one. */
  readonly attempts: number;
  /** Which try since it was last sent on its way. */
  readonly tries: number;
  readonly hasExpired: boolean;
  /** Whether mails came back from there, or were called spam. */
  readonly isDead: boolean;
  /** When it is no longer true. */
  readonly expiresAt: Date | null;
  readonly timeZone: string | null;
  readonly quietHours: QuietHours | null;
}

const ADD = `
  INSERT INTO delivery (id, fact_key, person_id, channel, template, locale, address, name, letter, expires_at, state, due_at, target)
  SELECT id, fact_key, person_id, channel, template, locale, address, name, letter, expires_at, coalesce(state, 'waiting'), coalesce(due_at, now()), coalesce(target, '')
  FROM json_populate_recordset(NULL::delivery, $1) ORDER BY fact_key, person_id
  ON CONFLICT DO NOTHING`;
/** MATERIALIZED, or the planner may look for due rows more than once and take more than the limit. */
const CLAIM = `
  WITH due AS MATERIALIZED (
    SELECT id, person_id FROM delivery WHERE state = 'waiting' AND due_at <= now() AND channel = $3 ORDER BY due_at LIMIT $1 FOR UPDATE SKIP LOCKED)
  UPDATE delivery SET attempts = attempts + 1, due_at = now() + make_interval(secs => $2)
  FROM due LEFT JOIN reading_hours USING (person_id) WHERE delivery.id = due.id
  RETURNING delivery.id, channel, delivery.person_id AS "personId", template, locale, address, name, letter, attempts, attempts - tries_before AS tries,
    coalesce(expires_at <= now(), false) AS "hasExpired",
    EXISTS (SELECT 1 FROM dead_address WHERE dead_address.address = lower(delivery.address)) AS "isDead", expires_at AS "expiresAt",
    time_zone AS "timeZone", CASE WHEN quiet_from IS NOT NULL THEN json_build_object('from', quiet_from, 'until', quiet_until) END AS "quietHours"`;
/** Never shortens what was postponed, and leaves alone what somebody else has claimed since. */
const HOLD_ON = `
  UPDATE delivery SET due_at = greatest(due_at, now() + make_interval(secs => $3))
  FROM unnest($1::uuid[], $2::integer[]) AS held (id, attempts)
  WHERE delivery.id = held.id AND delivery.attempts = held.attempts AND state = 'waiting'`;
/** What a worker has in hand at that moment still goes; it is told apart by nothing, and counts as declined. */
const DECLINE = `
  UPDATE delivery SET state = 'skipped', reason = 'its reader has declined it', settled_at = now(), letter = NULL
  WHERE person_id = $1 AND channel = $3 AND state IN ('waiting', 'held') AND letter ->> 'type' = ANY ($2)`;
/** What is settled is forgotten but for its outcome, and what is not is due again after a pause; only what died may be sent again, and needs its letter for it. */
const RECORD = `
  UPDATE delivery SET state = tried.state, reason = tried.reason,
    tries_before = tries_before + CASE WHEN tried.is_wait THEN 1 ELSE 0 END,
    due_at = CASE tried.state WHEN 'waiting' THEN now() + make_interval(secs => tried.pause_seconds) ELSE due_at END,
    provider_id = tried.provider_id, settled_at = CASE tried.state WHEN 'waiting' THEN NULL ELSE now() END,
    letter = CASE WHEN tried.state = 'waiting' OR (tried.state = 'failed' AND NOT (letter ->> 'isSecret')::boolean) THEN letter END
  FROM json_to_recordset($1) AS tried (id uuid, attempts integer, state text, reason text, provider_id text, pause_seconds double precision, is_wait boolean)
  WHERE delivery.id = tried.id AND delivery.attempts = tried.attempts AND delivery.state = 'waiting'`;
const TRIES_AT_ONCE = 64;

/** A try, and what became of it. */
interface Tried extends Pick<ClaimedDelivery, 'id' | 'attempts'> {
  readonly step: DeliveryStep;
}

/** Keeps what is to be sent, and what became of it. */
@Injectable()
export class DeliveryStore {
  private readonly tried: Batches<Tried, undefined>;

  constructor(private readonly database: Database) {
    this.tried = new Batches({ carry: (tries) => this.recordTogether(tries), marksOf: ({ id }) => [id], batchSize: TRIES_AT_ONCE, batchesInFlight: 1 });
  }

  async add(tx: Queryable, deliveries: readonly NewDelivery[]): Promise<void> {
    if (deliveries.length === 0) return;
    const rows = deliveries.map(({ factKey, personId, expiresAt, heldUntil, ...same }) => ({
      ...same, fact_key: factKey, person_id: personId, expires_at: expiresAt, ...(heldUntil && { state: 'held', due_at: heldUntil }),
    }));
    await tx.query(ADD, [JSON.stringify(rows)], { name: 'add-deliveries' });
  }

  /** Takes what is due over a channel, for nobody else to take until the lease is over. */
  claim(channel: NewDelivery['channel'], limit: number, leaseSeconds: number): Promise<ClaimedDelivery[]> {
    return this.database.query<ClaimedDelivery>(CLAIM, [limit, leaseSeconds, channel], { name: 'claim-deliveries' });
  }

  /** Makes leases longer, for whoever still works on them. */
  async holdOn(held: readonly Pick<ClaimedDelivery, 'id' | 'attempts'>[], leaseSeconds: number): Promise<void> {
    if (held.length > 0) await this.database.query(HOLD_ON, [held.map(({ id }) => id), held.map(({ attempts }) => attempts), leaseSeconds], { name: 'hold-on-to-deliveries' });
  }

  /** Records what became of a try, unless the lease has run out and somebody else has tried since. */
  async record({ id, attempts }: Pick<ClaimedDelivery, 'id' | 'attempts'>, step: DeliveryStep): Promise<void> {
    await this.tried.add({ id, attempts, step });
  }

  private async recordTogether(tries: readonly Tried[]): Promise<undefined[]> {
    await this.database.query(RECORD, [JSON.stringify(tries.map(rowOf))], { name: 'record-tries' });
    return tries.map(() => undefined);
  }

  /** Sends nothing any more of what waits for somebody who does not want to be told of it so. */
  async decline(tx: Queryable, personId: string, channel: NewDelivery['channel'], types: readonly string[]): Promise<void> {
    if (types.length > 0) await tx.query(DECLINE, [personId, types, channel]);
  }

  async eraseOf(tx: Queryable, personId: string): Promise<void> {
    await tx.query('DELETE FROM delivery WHERE person_id = $1', [personId]);
  }

  /** Forgets to whom was written, a while after it was. */
  async forgetSettledBefore(moment: Date): Promise<void> {
    await deleteInBatches(this.database, { table: 'delivery', where: 'settled_at < $1' }, [moment]);
  }
}

function rowOf({ id, attempts, step }: Tried): object {
  if (step.state === 'waiting') return { id, attempts, state: step.state, reason: step.reason, pause_seconds: step.pauseMs / 1000, is_wait: step.isWait ?? false };
  return step.state === 'sent' ? { id, attempts, state: step.state, provider_id: step.providerId } : { id, attempts, state: step.state, reason: step.reason };
}

import { type KeyObject, createPublicKey } from 'node:crypto';
import { ACCESS_TOKEN_ALGORITHM, GetSigningKeys } from '@bookable/contracts-auth';
import { Bus } from '@bookable/platform-bus';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';

/** A stranger may invent key ids as fast as they like; auth is asked this often at most. */
const PAUSE_BETWEEN_FETCHES_MS = 5_000;
/** The call that says keys have changed may be missed while a replica reconnects. */
const KEYS_STAY_FRESH_MS = 600_000;
const FETCH_TIMEOUT_MS = 2_500;

/** The public keys of access tokens, fetched from auth and kept. */
@Injectable()
export class SigningKeys {
  private keys = new Map<string, KeyObject>();
  private fetchedAtMs = Number.NEGATIVE_INFINITY;
  private fetching?: Promise<void>;

  constructor(
    private readonly bus: Bus,
    private readonly clock: Clock,
  ) {}

  /** The key with an id; undefined where auth publishes none. Throws `Unavailable` where auth has never answered. */
  async find(keyId: string): Promise<KeyObject | undefined> {
    const known = this.keys.get(keyId);
    const ageMs = this.clock.now().getTime() - this.fetchedAtMs;
    if (known && ageMs > KEYS_STAY_FRESH_MS) this.refetch().catch(() => undefined);
    if (known || ageMs < PAUSE_BETWEEN_FETCHES_MS) return known;
    await this.refetch();
    return this.keys.get(keyId);
  }

  /** Fetches all keys again; those that auth no longer publishes are forgotten. Calls made meanwhile share one fetch. */
  refetch(): Promise<void> {
    this.fetching ??= this.fetch().finally(() => {
      this.fetching = undefined;
    });
    return this.fetching;
  }

  private async fetch(): Promise<void> {
    const { keys } = await this.bus.request(GetSigningKeys, {}, { timeoutMs: FETCH_TIMEOUT_MS });
    const usable = keys.filter((key) => key.alg === ACCESS_TOKEN_ALGORITHM && key.use === 'sig');
    this.keys = new Map(usable.map(({ kid, kty, crv, x, y }) => [kid, createPublicKey({ key: { kty, crv, x, y }, format: 'jwk' })]));
    this.fetchedAtMs = this.clock.now().getTime();
  }
}

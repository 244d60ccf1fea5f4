import { hash } from 'node:crypto';
import { DomainError, Unauthenticated } from '@bookable/kernel';
import type { Actor } from '@bookable/platform-context';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { AccessTokenStrategy, type VerifiedToken, authenticate } from './access-token.strategy';
import { EndedSessions } from './ended-sessions';

const REMEMBERED_AT_MOST = 50_000;

/** Says who an access token belongs to. A token is verified once and then remembered by its hash, for as long as it is good. */
@Injectable()
export class AccessTokens {
  private readonly verified = new LRUCache<string, VerifiedToken>({ max: REMEMBERED_AT_MOST });

  constructor(
    private readonly strategy: AccessTokenStrategy,
    private readonly ended: EndedSessions,
    private readonly clock: Clock,
  ) {}

  /** Who a token belongs to, where it was verified before and is still good; without waiting for anything. */
  recall(token: string): Actor | undefined {
    const known = this.verified.get(digest(token));
    return known && this.isGood(known) ? known.actor : undefined;
  }

  /** Verifies a token; throws `Unauthenticated` where it is not good, `Unavailable` where auth was never there to say what is. */
  async verify(token: string): Promise<Actor> {
    return (await this.verifyWhole(token)).actor;
  }

  /** As `verify`, and says until when it holds. */
  async verifyWhole(token: string): Promise<VerifiedToken> {
    const key = digest(token);
    await this.ended.known();
    const verified = this.verified.get(key) ?? (await authenticate(this.strategy, token));
    if (!this.isGood(verified)) throw new DomainError(Unauthenticated, 'The access token is not valid.');
    this.verified.set(key, verified);
    return verified;
  }

  /** Forgets what was verified, because keys have changed. */
  forgetAll(): void {
    this.verified.clear();
  }

  private isGood({ actor, expiresAtMs, wornOutMs }: VerifiedToken): boolean {
    return expiresAtMs > this.clock.now().getTime() && wornOutMs > performance.now() && !this.ended.hasEnded(actor);
  }
}

function digest(token: string): string {
  return hash('sha256', token, 'base64');
}

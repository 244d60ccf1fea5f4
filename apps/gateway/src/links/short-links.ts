import { LinkExpired, ResolveLink } from '@bookable/contracts-url-shortener';
import { DomainError } from '@bookable/kernel';
import { Bus } from '@bookable/platform-bus';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';

/** How long a target is believed without asking again; a link that is changed leads to its old target this long. */
const FRESH_MS = 30_000;
/** While the shortener is away, what was known a while ago is better than nothing. */
const USABLE_MS = 600_000;
const KEPT_AT_MOST = 100_000;

/** What a code or a slug looks like. */
export const CODE = /^[A-Za-z0-9_-]{1,64}$/;

interface KnownTarget {
  readonly url: string;
  readonly expiresAtMs: number;
  readonly askedAtMs: number;
}

/** Where short links lead: asked once, then remembered for a short while. */
@Injectable()
export class ShortLinks {
  private readonly known = new LRUCache<string, KnownTarget>({ max: KEPT_AT_MOST });

  constructor(
    private readonly bus: Bus,
    private readonly clock: Clock,
  ) {}

  /** The target of a code, where it is remembered and may be used without asking. */
  recall(code: string, nowMs: number): string | undefined {
    const target = this.known.get(code);
    return target && nowMs - target.askedAtMs < FRESH_MS && nowMs < target.expiresAtMs ? target.url : undefined;
  }

  /** Whoever changed a link is believed from the next click on. */
  forget(code: string): void {
    this.known.delete(code);
  }

  /** Asks where a code leads; throws `not-found` or `link-expired`. */
  async resolve(code: string): Promise<string> {
    try {
      return await this.ask(code);
    } catch (error) {
      const target = this.known.get(code);
      const nowMs = this.clock.now().getTime();
      const isAway = !(error instanceof DomainError) || error.problem.kind === 'unavailable';
      if (target && nowMs >= target.expiresAtMs) throw new DomainError(LinkExpired);
      if (isAway && target && nowMs - target.askedAtMs < USABLE_MS) return target.url;
      this.known.delete(code);
      throw error;
    }
  }

  private async ask(code: string): Promise<string> {
    const { url, expiresAt } = await this.bus.request(ResolveLink, { code });
    const expiresAtMs = expiresAt === null ? Number.POSITIVE_INFINITY : Date.parse(expiresAt);
    this.known.set(code, { url, expiresAtMs, askedAtMs: this.clock.now().getTime() });
    return url;
  }
}

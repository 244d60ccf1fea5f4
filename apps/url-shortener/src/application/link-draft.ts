import { ExpiryInThePast, LinkView, UrlNotAllowed } from '@bookable/contracts-url-shortener';
import { DomainError } from '@bookable/kernel';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { UrlShortenerConfig } from '../config';
import { linkHasExpired } from '../domain/link-expiry';
import { TARGET_REFUSALS, readLinkTarget } from '../domain/link-target';
import type { Link } from '../persistence/link.store';

/** What every link must fulfil, whoever it is made for, and how it is shown. */
@Injectable()
export class LinkDraft {
  constructor(
    private readonly config: UrlShortenerConfig,
    private readonly clock: Clock,
  ) {}

  /** Reads target and expiry, or refuses them. */
  read(request: { readonly url: string; readonly expiresAt?: string }): { readonly url: string; readonly expiresAt: Date | null } {
    return { url: this.readTarget(request.url), expiresAt: this.readExpiry(request.expiresAt ?? null) };
  }

  /** Reads what is to be different, or refuses it. */
  readChange({ url, expiresAt }: { readonly url?: string; readonly expiresAt?: string | null }): { readonly url?: string; readonly expiresAt?: Date | null } {
    return { ...(url !== undefined && { url: this.readTarget(url) }), ...(expiresAt !== undefined && { expiresAt: this.readExpiry(expiresAt) }) };
  }

  show({ code, url, expiresAt }: Link): LinkView {
    return { code, shortUrl: `${this.config.publicUrl}/s/${code}`, url, expiresAt: expiresAt?.toISOString() ?? null };
  }

  private readTarget(text: string): string {
    const target = readLinkTarget(text, this.config.publicUrl);
    if ('refusal' in target) throw new DomainError(UrlNotAllowed, TARGET_REFUSALS[target.refusal], { reason: target.refusal });
    return target.url;
  }

  private readExpiry(text: string | null): Date | null {
    const expiresAt = text === null ? null : new Date(text);
    if (linkHasExpired(expiresAt, this.clock.now())) throw new DomainError(ExpiryInThePast);
    return expiresAt;
  }
}

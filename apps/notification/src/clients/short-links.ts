import { CreatePlatformLink } from '@bookable/contracts-url-shortener';
import { newId } from '@bookable/kernel';
import { Bus } from '@bookable/platform-bus';
import { runInContext } from '@bookable/platform-context';
import { Logger } from '@bookable/platform-logging';
import { AskedOnce } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';

const PURPOSE = 'mail';
const PATIENCE_MS = 1_500;

/** Shortens links for mails. A mail with a long link is better than none, so that nothing here ever fails. */
@Injectable()
export class ShortLinks {
  private readonly asked = new AskedOnce<string>();

  constructor(
    private readonly bus: Bus,
    private readonly logger: Logger,
  ) {}

  /** The mails of one fact leave together and lead to the same page: they ask once. */
  shorten(url: string): Promise<string> {
    return this.asked.answer(url, () => this.ask(url));
  }

  private async ask(url: string): Promise<string> {
    try {
      // The link is the platform's own, whoever's request happened to set the mail off.
      const link = await runInContext({ requestId: newId() }, () => this.bus.request(CreatePlatformLink, { url, purpose: PURPOSE }, { timeoutMs: PATIENCE_MS }));
      return link.shortUrl;
    } catch (error) {
      this.logger.debug('A link in a mail stays long.', { error });
      return url;
    }
  }
}

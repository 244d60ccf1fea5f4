import type { GetLinkStatsRequest, LinkStatsView } from '@bookable/contracts-url-shortener';
import { DomainError, NotFound, Unauthenticated } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Injectable } from '@nestjs/common';
import { ClickStore } from '../persistence/click.store';

/** Shows the owner of a link how often it was followed; to anybody else the link does not exist. */
@Injectable()
export class GetLinkStats {
  constructor(private readonly clicks: ClickStore) {}

  async execute({ code }: GetLinkStatsRequest, { actor }: MessageContext): Promise<LinkStatsView> {
    if (!actor) throw new DomainError(Unauthenticated);
    const stats = await this.clicks.statsOf(code, actor.userId);
    if (!stats) throw new DomainError(NotFound);
    return stats;
  }
}

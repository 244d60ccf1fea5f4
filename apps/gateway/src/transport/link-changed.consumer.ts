import { LinkChanged, type LinkFacts } from '@bookable/contracts-url-shortener';
import { ConsumesOnEveryReplica } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { ShortLinks } from '../links/short-links';

/** Forgets where a link led once it leads elsewhere. */
@Controller()
export class LinkChangedConsumer {
  constructor(private readonly links: ShortLinks) {}

  @ConsumesOnEveryReplica(LinkChanged)
  async forget({ code }: LinkFacts): Promise<void> {
    this.links.forget(code);
  }
}

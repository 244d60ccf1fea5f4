import { CreateLink, type CreateLinkRequest, GetLinkStats, type GetLinkStatsRequest } from '@bookable/contracts-url-shortener';
import { Bus } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { Route } from '../http/route';

/** Short links, as their owners see them; following one is `ShortLinkHttp`. */
@Controller()
export class LinksHttp {
  constructor(private readonly bus: Bus) {}

  @Route('POST', '/api/links', CreateLink, { says: 'Makes a short link.', access: 'signed-in', status: 201 })
  create(asked: CreateLinkRequest): Promise<Buffer> {
    return this.bus.forward(CreateLink, asked);
  }

  @Route('GET', '/api/links/:code/stats', GetLinkStats, { says: 'How often a link was followed.', access: 'owner' })
  showStats(asked: GetLinkStatsRequest): Promise<Buffer> {
    return this.bus.forward(GetLinkStats, asked);
  }
}

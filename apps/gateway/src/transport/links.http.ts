import { ChangeLink, type ChangeLinkRequest, CreateLink, type CreateLinkRequest, FindLinks, type FindLinksRequest, GetLinkStats, type GetLinkStatsRequest, type LinkRequest, RemoveLink } from '@bookable/contracts-url-shortener';
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

  @Route('GET', '/api/links', FindLinks, { says: "The caller's own short links.", access: 'signed-in' })
  find(asked: FindLinksRequest): Promise<Buffer> {
    return this.bus.forward(FindLinks, asked);
  }

  @Route('PUT', '/api/links/:code', ChangeLink, { says: 'Lets a short link lead elsewhere, or stop working at another time.', access: 'owner' })
  change(asked: ChangeLinkRequest): Promise<Buffer> {
    return this.bus.forward(ChangeLink, asked);
  }

  @Route('DELETE', '/api/links/:code', RemoveLink, { says: 'Takes a short link out of use for good.', access: 'owner' })
  remove(asked: LinkRequest): Promise<Buffer> {
    return this.bus.forward(RemoveLink, asked);
  }
}

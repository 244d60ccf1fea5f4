import { CompareListings, type CompareListingsRequest, FindFeed, type FindFeedRequest, SuggestListings, type SuggestListingsRequest } from '@bookable/contracts-catalog';
import { Bus } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { Route } from '../http/route';

/** Ways to find and to choose, beside the search itself. */
@Controller()
export class FindingHttp {
  constructor(private readonly bus: Bus) {}

  @Route('GET', '/api/listings/suggest', SuggestListings, { says: 'How to go on, while somebody types.', access: 'anyone' })
  suggest(asked: SuggestListingsRequest): Promise<Buffer> {
    return this.bus.forward(SuggestListings, asked);
  }

  @Route('GET', '/api/listings/compare', CompareListings, { says: 'Two to four listings side by side.', access: 'anyone' })
  compare(asked: CompareListingsRequest): Promise<Buffer> {
    return this.bus.forward(CompareListings, asked);
  }

  @Route('GET', '/api/me/feed', FindFeed, { says: 'What those whom the caller follows are planning, the soonest first.', access: 'signed-in' })
  findFeed(asked: FindFeedRequest): Promise<Buffer> {
    return this.bus.forward(FindFeed, asked);
  }
}

import type { SearchListingsRequest } from '@bookable/contracts-catalog';
import type { MessageContext } from '@bookable/platform-bus';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { SearchReader } from '../persistence/search/search.reader';
import { readSearch } from './read-search';

/** More than this nobody can tell apart on a screen. */
const FEATURES_AT_MOST = 1_000;
const WHOLE_GLOBE = 0;

/** The same search as a list, on a map: places by themselves where they are far enough apart, else clusters of them. */
@Injectable()
export class MapListings {
  constructor(
    private readonly clock: Clock,
    private readonly search: SearchReader,
  ) {}

  execute(request: SearchListingsRequest, { actor }: MessageContext): Promise<Buffer> {
    const now = this.clock.now();
    const criteria = readSearch(request, actor?.userId, now);
    return this.search.map(criteria, { viewerId: actor?.userId, now }, { zoom: request.zoom ?? WHOLE_GLOBE, featuresAtMost: FEATURES_AT_MOST });
  }
}

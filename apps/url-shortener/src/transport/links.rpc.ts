import {
  CreateLink,
  CreateLinkRequest,
  CreatePlatformLink,
  CreatePlatformLinkRequest,
  GetLinkStats,
  GetLinkStatsRequest,
  type LinkStatsView,
  type LinkTargetView,
  type LinkView,
  RecordClicks,
  RecordClicksRequest,
  ResolveLink,
  ResolveLinkRequest,
} from '@bookable/contracts-url-shortener';
import { Handles, type MessageContext } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { CreateLink as CreateLinkCase } from '../application/create-link';
import { CreatePlatformLink as CreatePlatformLinkCase } from '../application/create-platform-link';
import { GetLinkStats as GetLinkStatsCase } from '../application/get-link-stats';
import { RecordClicks as RecordClicksCase } from '../application/record-clicks';
import { ResolveLink as ResolveLinkCase } from '../application/resolve-link';

/** What the service answers to. */
@Controller()
export class LinksRpc {
  constructor(
    private readonly createLink: CreateLinkCase,
    private readonly createPlatformLink: CreatePlatformLinkCase,
    private readonly resolveLink: ResolveLinkCase,
    private readonly recordClicks: RecordClicksCase,
    private readonly getLinkStats: GetLinkStatsCase,
  ) {}

  @Handles(CreateLink)
  create(request: CreateLinkRequest, context: MessageContext): Promise<LinkView> {
    return this.createLink.execute(request, context);
  }

  @Handles(CreatePlatformLink)
  createForPlatform(request: CreatePlatformLinkRequest, context: MessageContext): Promise<LinkView> {
    return this.createPlatformLink.execute(request, context);
  }

  @Handles(ResolveLink)
  resolve(request: ResolveLinkRequest): Promise<LinkTargetView> {
    return this.resolveLink.execute(request);
  }

  @Handles(RecordClicks)
  record(request: RecordClicksRequest): Promise<void> {
    return this.recordClicks.execute(request);
  }

  @Handles(GetLinkStats)
  stats(request: GetLinkStatsRequest, context: MessageContext): Promise<LinkStatsView> {
    return this.getLinkStats.execute(request, context);
  }
}

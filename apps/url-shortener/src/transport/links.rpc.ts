import {
  ChangeLink,
  ChangeLinkRequest,
  CreateLink,
  CreateLinkRequest,
  CreatePlatformLink,
  CreatePlatformLinkRequest,
  FindLinks,
  FindLinksRequest,
  GetLinkStats,
  GetLinkStatsRequest,
  LinkRequest,
  type LinkStatsView,
  type LinkTargetView,
  type LinkView,
  RecordClicks,
  RecordClicksRequest,
  RemoveLink,
  ResolveLink,
  ResolveLinkRequest,
} from '@bookable/contracts-url-shortener';
import type { Page } from '@bookable/kernel';
import { Handles, type MessageContext } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { ChangeLink as ChangeLinkCase } from '../application/change-link';
import { FindLinks as FindLinksCase } from '../application/find-links';
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
    private readonly changeLink: ChangeLinkCase,
    private readonly findLinks: FindLinksCase,
    private readonly createPlatformLink: CreatePlatformLinkCase,
    private readonly resolveLink: ResolveLinkCase,
    private readonly recordClicks: RecordClicksCase,
    private readonly getLinkStats: GetLinkStatsCase,
  ) {}

  @Handles(CreateLink)
  create(request: CreateLinkRequest, context: MessageContext): Promise<LinkView> {
    return this.createLink.execute(request, context);
  }

  @Handles(FindLinks)
  find(request: FindLinksRequest, context: MessageContext): Promise<Page<LinkView>> {
    return this.findLinks.execute(request, context);
  }

  @Handles(ChangeLink)
  change(request: ChangeLinkRequest, context: MessageContext): Promise<LinkView> {
    return this.changeLink.change(request, context);
  }

  @Handles(RemoveLink)
  remove(request: LinkRequest, context: MessageContext): Promise<void> {
    return this.changeLink.remove(request, context);
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

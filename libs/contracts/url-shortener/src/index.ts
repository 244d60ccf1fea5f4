export { CreateLink, CreateLinkRequest } from './create-link.command';
export { CreatePlatformLink, CreatePlatformLinkRequest } from './create-platform-link.command';
export { GetLinkStats, GetLinkStatsRequest } from './get-link-stats.query';
export { ClicksOfDayView, ClicksOfReferrerView, LinkStatsView } from './link-stats.view';
export { LinkTargetView } from './link-target.view';
export { ExpiryInThePast, LinkExpired, SlugNotAllowed, SlugTaken, UrlNotAllowed } from './link.errors';
export { LinkView } from './link.view';
export { ClickRecord, RecordClicks, RecordClicksRequest } from './record-clicks.command';
export { ResolveLink, ResolveLinkRequest } from './resolve-link.query';

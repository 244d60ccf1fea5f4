import { BusModule } from '@bookable/platform-bus';
import type { Environment } from '@bookable/platform-config';
import { type Platform, PlatformModule, platformOf } from '@bookable/platform-runtime';
import { StorageModule } from '@bookable/platform-storage';
import { type DynamicModule, Module } from '@nestjs/common';
import { GatewayConfig } from './config';
import { LimitCounts } from './limits/limit-counts';
import { ClickRecorder } from './links/click-recorder';
import { ShortLinks } from './links/short-links';
import { GATEWAY, type RunningGateway, openGateway } from './open-gateway';
import { AllServices } from './operations/all-services';
import { Presence } from './realtime/presence';
import { RealtimeGateway } from './realtime/realtime.gateway';
import { Sockets } from './realtime/sockets';
import { Suspicions } from './suspicions/suspicions';
import { AccessTokenStrategy } from './tokens/access-token.strategy';
import { AccessTokens } from './tokens/access-tokens';
import { EndedSessions } from './tokens/ended-sessions';
import { RefreshCookies } from './tokens/refresh-cookies';
import { SigningKeys } from './tokens/signing-keys';
import { AccountPagesHttp } from './transport/account-pages.http';
import { BookingChangedConsumer } from './transport/booking-changed.consumer';
import { CalendarFeedHttp } from './transport/calendar-feed.http';
import { HealthHttp } from './transport/health.http';
import { HTTP_CONTROLLERS } from './transport/http-controllers';
import { HotelNoticesConsumer } from './transport/hotel-notices.consumer';
import { MailEventsHttp } from './transport/mail-events.http';
import { MediaHttp } from './transport/media.http';
import { LinkChangedConsumer } from './transport/link-changed.consumer';
import { OperationsPageHttp } from './transport/operations-page.http';
import { PushedFactsConsumer } from './transport/pushed-facts.consumer';
import { SessionsConsumer } from './transport/sessions.consumer';
import { LinkPictureHttp } from './transport/link-picture.http';
import { ShortLinkHttp } from './transport/short-link.http';
import { UnsubscribeHttp } from './transport/unsubscribe.http';
import { UploadReceiver } from './uploads/upload-receiver';

/** Everything the gateway is made of. */
@Module({})
export class GatewayModule {
  static register(env: Environment, config: GatewayConfig, platform: Platform): DynamicModule {
    return {
      module: GatewayModule,
      imports: [PlatformModule.of(platform), BusModule.register(platform.bus), StorageModule.register(env)],
      controllers: [
        ...HTTP_CONTROLLERS, AccountPagesHttp, CalendarFeedHttp, HealthHttp, LinkPictureHttp, MailEventsHttp, MediaHttp, OperationsPageHttp, ShortLinkHttp, UnsubscribeHttp,
        BookingChangedConsumer, HotelNoticesConsumer, LinkChangedConsumer, PushedFactsConsumer, SessionsConsumer,
      ],
      providers: [
        { provide: GatewayConfig, useValue: config },
        SigningKeys, AccessTokenStrategy, EndedSessions, AccessTokens, RefreshCookies,
        LimitCounts, UploadReceiver, ShortLinks, ClickRecorder, AllServices, Suspicions,
        Sockets, Presence, RealtimeGateway,
      ],
    };
  }
}

export type { RunningGateway };

/** Opens the public door on the bus it is handed, as the environment says. Resolves once it takes requests. */
export function startGateway(env: Environment, platform: Platform): Promise<RunningGateway> {
  const config = new GatewayConfig(env);
  const own = platformOf(platform, GATEWAY);
  return openGateway(GatewayModule.register(env, config, own), config, own);
}

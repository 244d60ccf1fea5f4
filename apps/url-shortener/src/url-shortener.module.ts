import { BusModule } from '@bookable/platform-bus';
import type { Environment } from '@bookable/platform-config';
import { DatabaseModule, type DatabaseOptions, migrateDatabase } from '@bookable/platform-database';
import { OperationsModule } from '@bookable/platform-operations';
import type { Platform, ServiceDefinition } from '@bookable/platform-runtime';
import { type DynamicModule, Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { ChangeLink } from './application/change-link';
import { FindLinks } from './application/find-links';
import { CreateLink } from './application/create-link';
import { CreatePlatformLink } from './application/create-platform-link';
import { EraseLinks } from './application/erase-links';
import { ForgetOldClicks } from './application/forget-old-clicks';
import { GetLinkStats } from './application/get-link-stats';
import { LinkDraft } from './application/link-draft';
import { RecordClicks } from './application/record-clicks';
import { ResolveLink } from './application/resolve-link';
import { UrlShortenerConfig } from './config';
import { ClickStore } from './persistence/click.store';
import { LinkStore } from './persistence/link.store';
import { CreateLink202611211000 } from './persistence/migrations/202611211000-create-link';
import { CreateClickCount202611211001 } from './persistence/migrations/202611211001-create-click-count';
import { LetLinksChange202611221200 } from './persistence/migrations/202611221200-let-links-change';
import { CountCountries202611221956 } from './persistence/migrations/202611221956-count-countries';
import { PERSONAL_TABLES } from './persistence/personal-tables';
import { IndexOldClicks202611230121 } from './persistence/migrations/202611230121-index-old-clicks';
import { ForgetOldClicksSchedule } from './transport/forget-old-clicks.schedule';
import { LinksRpc } from './transport/links.rpc';
import { UserDeletedConsumer } from './transport/user-deleted.consumer';

const MIGRATIONS = [CreateLink202611211000, CreateClickCount202611211001, LetLinksChange202611221200, CountCountries202611221956, IndexOldClicks202611230121];
const NAME = 'url-shortener';

function databaseOf({ databaseUrl, poolSize }: UrlShortenerConfig): DatabaseOptions {
  return { service: NAME, databaseUrl, poolSize, entities: [], migrations: MIGRATIONS };
}

/** Short links, as a Nest module. */
@Module({})
export class UrlShortenerModule {
  static register(config: UrlShortenerConfig, platform: Platform): DynamicModule {
    return {
      module: UrlShortenerModule,
      imports: [
        BusModule.register(platform.bus),
        DatabaseModule.register(databaseOf(config)),
        OperationsModule.register(NAME, PERSONAL_TABLES),
        ScheduleModule.forRoot(),
      ],
      controllers: [LinksRpc, UserDeletedConsumer],
      providers: [
        { provide: UrlShortenerConfig, useValue: config },
        LinkStore,
        ClickStore,
        LinkDraft,
        CreateLink,
        ChangeLink,
        FindLinks,
        CreatePlatformLink,
        ResolveLink,
        RecordClicks,
        GetLinkStats,
        EraseLinks,
        ForgetOldClicks,
        ForgetOldClicksSchedule,
      ],
    };
  }
}

/** Short links, as a service a process can run. */
export const urlShortenerService: ServiceDefinition = {
  name: NAME,
  module: (env: Environment, platform: Platform) => UrlShortenerModule.register(UrlShortenerConfig.read(env), platform),
  migrate: (env, only) => migrateDatabase(databaseOf(UrlShortenerConfig.read(env)), only),
};

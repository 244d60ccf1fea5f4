import {
  ChangeAvatar, type ChangeAvatarRequest, type EndedSessionFacts, FindEndedSessions, FindSessions, GetOwnUser, GetProfile, type GetProfileRequest, GetSigningKeys, type JwksView, RecordSuspicions, type RecordSuspicionsRequest, RefreshSession,
  type RefreshSessionRequest, SignIn, type SignInRequest, SignOut, type SignOutRequest,
} from '@bookable/contracts-auth';
import { GetBooking, PlaceBooking, type PlaceBookingRequest, SlotTaken, type TransitionRequest } from '@bookable/contracts-booking';
import {
  CreateListing, type CreateListingRequest, GetListing, type GetListingRequest, ImportListing, type ImportListingRequest, SearchListings, type SearchListingsRequest,
} from '@bookable/contracts-catalog';
import { FindKeptMails, type FindKeptMailsRequest } from '@bookable/contracts-notification';
import { ImportRating, type ImportRatingRequest } from '@bookable/contracts-review';
import { LinkExpired, RecordClicks, type RecordClicksRequest, ResolveLink, type ResolveLinkRequest } from '@bookable/contracts-url-shortener';
import { DomainError, NotFound } from '@bookable/kernel';
import { type BusConnection, Handles, type MessageContext } from '@bookable/platform-bus';
import { Controller, type INestMicroservice, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { TestKey } from './signing';

/** What reached a service, and beside it the context it came with. */
export interface Received {
  readonly topic: string;
  readonly request: unknown;
  readonly context: MessageContext;
}

/** The services behind the gateway, as small as they can be: they keep what they are asked and answer something fixed. */
export class StandIns {
  readonly received: Received[] = [];
  readonly apps: INestMicroservice[] = [];
  keys: TestKey[] = [];
  ended: EndedSessionFacts[] = [];
  profile: object = { name: 'Ann' };
  expiresAt: string | null = null;
  /** No search is answered before this. */
  busy: Promise<void> = Promise.resolve();

  last(): Received | undefined {
    return this.received.at(-1);
  }

  of(topic: string): Received[] {
    return this.received.filter((received) => received.topic === topic);
  }

  async start(connection: BusConnection): Promise<void> {
    for (const [service, controller] of Object.entries(controllersOver(this))) {
      class ServiceModule {}
      Module({ controllers: [controller] })(ServiceModule);
      const app = await NestFactory.createMicroservice(ServiceModule, { strategy: connection.server(service), logger: false });
      await app.listen();
      this.apps.push(app);
    }
  }

  async stop(): Promise<void> {
    await Promise.all(this.apps.map((app) => app.close()));
  }

  keep(request: unknown, context: MessageContext): void {
    this.received.push({ topic: context.topic, request, context });
  }
}

function controllersOver(standIns: StandIns): Record<string, Type<unknown>> {
  return { auth: authOver(standIns), booking: bookingOver(standIns), catalog: catalogOver(standIns), 'url-shortener': linksOver(standIns), notification: mailOver(standIns), review: reviewOver(standIns) };
}

function authOver(standIns: StandIns): Type<unknown> {
  @Controller()
  class StandInAuth {
    @Handles(GetSigningKeys)
    async keys(request: object, context: MessageContext): Promise<JwksView> {
      standIns.keep(request, context);
      return { keys: standIns.keys.map((key) => key.jwk()) };
    }

    @Handles(FindEndedSessions)
    async ended(): Promise<EndedSessionFacts[]> {
      return standIns.ended;
    }

    @Handles(GetOwnUser)
    async own(request: object, context: MessageContext): Promise<Buffer> {
      standIns.keep(request, context);
      return Buffer.from(JSON.stringify({ id: context.actor?.userId, name: 'Ann' }));
    }

    @Handles(GetProfile)
    async profile(request: GetProfileRequest, context: MessageContext): Promise<Buffer> {
      standIns.keep(request, context);
      return Buffer.from(JSON.stringify({ id: request.userId, ...standIns.profile }));
    }

    @Handles(SignIn)
    async signIn(request: SignInRequest, context: MessageContext): Promise<Buffer> {
      standIns.keep(request, context);
      return Buffer.from(JSON.stringify({ user: { id: 'u' }, accessToken: 'a', refreshToken: 'first', expiresIn: 900 }));
    }

    @Handles(RefreshSession)
    async refresh(request: RefreshSessionRequest, context: MessageContext): Promise<Buffer> {
      standIns.keep(request, context);
      return Buffer.from(JSON.stringify({ user: { id: 'u' }, accessToken: 'b', refreshToken: `after ${request.refreshToken}`, expiresIn: 900 }));
    }

    @Handles(RecordSuspicions)
    async suspect(request: RecordSuspicionsRequest, context: MessageContext): Promise<void> {
      standIns.keep(request, context);
    }

    @Handles(SignOut)
    async signOut(request: SignOutRequest, context: MessageContext): Promise<void> {
      standIns.keep(request, context);
    }

    @Handles(ChangeAvatar)
    async changeAvatar(request: ChangeAvatarRequest, context: MessageContext): Promise<Buffer> {
      standIns.keep(request, context);
      return Buffer.from('{}');
    }

    @Handles(FindSessions)
    async sessions(): Promise<Buffer> {
      throw new Error('a fault with a secret in its text');
    }
  }
  return StandInAuth;
}

function bookingOver(standIns: StandIns): Type<unknown> {
  @Controller()
  class StandInBooking {
    @Handles(PlaceBooking)
    async place(request: PlaceBookingRequest, context: MessageContext): Promise<Buffer> {
      standIns.keep(request, context);
      if (request.quantity === 13) throw new DomainError(SlotTaken, 'These days are taken.', { freeFrom: '2026-12-01' });
      return Buffer.from('{"id":"b"}');
    }

    @Handles(GetBooking)
    async show(_request: TransitionRequest): Promise<Buffer> {
      throw new DomainError(NotFound);
    }
  }
  return StandInBooking;
}

function catalogOver(standIns: StandIns): Type<unknown> {
  @Controller()
  class StandInCatalog {
    @Handles(SearchListings)
    async search(request: SearchListingsRequest, context: MessageContext): Promise<Buffer> {
      standIns.keep(request, context);
      await standIns.busy;
      return Buffer.from(JSON.stringify({ items: [], nextCursor: null, padding: 'x'.repeat(2_000) }));
    }

    @Handles(GetListing)
    async show(request: GetListingRequest, context: MessageContext): Promise<Buffer> {
      standIns.keep(request, context);
      return Buffer.from(JSON.stringify({ id: request.id, kind: 'item' }));
    }

    @Handles(CreateListing)
    async create(request: CreateListingRequest, context: MessageContext): Promise<Buffer> {
      standIns.keep(request, context);
      return Buffer.from('{}');
    }

    @Handles(ImportListing)
    async import(request: ImportListingRequest, context: MessageContext): Promise<Buffer> {
      standIns.keep(request, context);
      return Buffer.from('{}');
    }
  }
  return StandInCatalog;
}

function reviewOver(standIns: StandIns): Type<unknown> {
  @Controller()
  class StandInReview {
    @Handles(ImportRating)
    async import(request: ImportRatingRequest, context: MessageContext): Promise<Buffer> {
      standIns.keep(request, context);
      return Buffer.from('{}');
    }
  }
  return StandInReview;
}

function linksOver(standIns: StandIns): Type<unknown> {
  @Controller()
  class StandInLinks {
    @Handles(ResolveLink)
    async resolve(request: ResolveLinkRequest, context: MessageContext): Promise<Buffer> {
      standIns.keep(request, context);
      if (request.code === 'gone') throw new DomainError(LinkExpired);
      if (request.code !== 'here') throw new DomainError(NotFound);
      return Buffer.from(JSON.stringify({ url: 'https://example.org/there', expiresAt: standIns.expiresAt }));
    }

    @Handles(RecordClicks)
    async record(request: RecordClicksRequest, context: MessageContext): Promise<void> {
      standIns.keep(request, context);
    }
  }
  return StandInLinks;
}

function mailOver(standIns: StandIns): Type<unknown> {
  @Controller()
  class StandInMail {
    @Handles(FindKeptMails)
    async find(request: FindKeptMailsRequest, context: MessageContext): Promise<Buffer> {
      standIns.keep(request, context);
      const mail = { id: 'm', to: 'a@example.org', subject: '<b>Hi</b>', text: 'Hi', html: '<p onclick="x">Hi</p>', sentAt: '2026-11-21T10:00:00Z' };
      return Buffer.from(JSON.stringify({ items: [mail], nextCursor: null }));
    }
  }
  return StandInMail;
}

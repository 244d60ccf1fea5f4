import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UserRegistered } from '@bookable/contracts-auth';
import { AvailabilityChanged } from '@bookable/contracts-booking';
import { CreateListing, GetListing, GetListingFacts, ListCities, SearchListings } from '@bookable/contracts-catalog';
import { RoomTypePublished } from '@bookable/contracts-hotel-management';
import { RatingChanged, UserFollowed } from '@bookable/contracts-review';
import { type EventContract, type RpcContract, newId } from '@bookable/kernel';
import { InProcessBus } from '@bookable/platform-bus';
import { runInContext } from '@bookable/platform-context';
import { HealthChecks, Metrics } from '@bookable/platform-health';
import { Logger } from '@bookable/platform-logging';
import { type RunningService, startService } from '@bookable/platform-runtime';
import { type TestDatabase, startTestDatabase, waitUntil } from '@bookable/platform-testing';
import { catalogService } from '../src/catalog.module';
import { anApartment } from './sample-listings';

describe('the catalog on the bus', () => {
  const bus = new InProcessBus({ services: ['catalog'] });
  const ownerId = newId();
  let database: TestDatabase;
  let dataDir: string;
  let service: RunningService;

  function ask<Request, Reply>(contract: RpcContract<Request, Reply>, request: Request, userId?: string): Promise<Reply> {
    const actor = userId === undefined ? undefined : { userId, roles: ['renter', 'landlord'] };
    return runInContext({ requestId: newId(), actor }, () => bus.bus.request(contract, request));
  }

  function tell<Payload>(event: EventContract<Payload>, payload: NoInfer<Payload>): Promise<void> {
    const aggregateId = event.aggregateId(payload);
    return bus.publisher.publish([{ messageId: newId(), topic: event.topic, aggregateId, occurredAt: '2026-11-21T12:00:00Z', requestId: newId(), payload: JSON.stringify(payload) }]);
  }

  beforeAll(async () => {
    database = await startTestDatabase();
    dataDir = await mkdtemp(join(tmpdir(), 'catalog-service-'));
    const logger = Logger.create({ level: 'silent' });
    const platform = { bus, logger, metrics: Metrics.create('test', { withProcess: false }), health: new HealthChecks() };
    service = await startService(catalogService, { DATABASE_URL: database.url, DATA_DIR: dataDir }, platform);
  });
  afterAll(async () => {
    await service.stop();
    await bus.close();
    await database.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('answers calls, and hears what the others tell', async () => {
    const { id } = await ask(CreateListing, anApartment(), ownerId);
    await tell(UserRegistered, { id: ownerId, name: 'Olga', email: 'olga@example.org', roles: ['landlord'], locale: 'ru', emailVerified: true, avatarUrl: null, createdAt: '2026-01-01T00:00:00Z', version: 1 });
    await tell(RatingChanged, { subject: 'listing', subjectId: id, average: 4.5, count: 2, histogram: [0, 0, 0, 1, 1], version: 1 });
    const soon = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
    const later = new Date(Date.now() + 22 * 86_400_000).toISOString().slice(0, 10);
    await tell(AvailabilityChanged, { listingId: id, unit: 'night', capacity: 1, version: 1, segments: [{ from: soon, to: later, free: 0 }] });
    const shown = await waitUntil(async () => {
      const found = await ask(SearchListings, { host: 'olga', ratingMin: 4 });
      return found.items.length === 1 && found.items[0];
    });
    expect(shown).toMatchObject({ id, host: { name: 'Olga' }, rating: { average: 4.5, count: 2 } });
    expect((await ask(SearchListings, { from: soon, to: later })).items).toEqual([]);
    expect((await ask(ListCities, {})).items).toMatchObject([{ name: 'Albany', count: 1 }]);
    expect(await ask(GetListingFacts, { id })).toMatchObject({ id, ownerId, version: 1, status: 'active' });
  });

  it('lists the rooms of hotels, and keeps who follows whom', async () => {
    const id = newId();
    await tell(UserFollowed, { followerId: newId(), followedId: ownerId, following: true, version: 1 });
    await tell(RoomTypePublished, {
      id, hotelId: newId(), hotelName: 'Grand', ownerId, category: 'standard', beds: 2, minibar: false, rooms: 3, city: 'Sochi', lat: 43.6, lng: 39.7, timeZone: 'Europe/Moscow',
      checkIn: '14:00', checkOut: '12:00', amount: 400_000, currency: 'RUB', version: 1,
    });
    expect(await waitUntil(() => ask(GetListing, { id }).catch(() => undefined))).toMatchObject({ kind: 'room', capacity: 3 });
  });
});

import { authService } from '@bookable/app-auth';
import { bookingService } from '@bookable/app-booking';
import { catalogService } from '@bookable/app-catalog';
import { hotelManagementService } from '@bookable/app-hotel-management';
import { notificationService } from '@bookable/app-notification';
import { reviewService } from '@bookable/app-review';
import { urlShortenerService } from '@bookable/app-url-shortener';
import { type TestDatabase, startTestDatabase } from '@bookable/platform-testing';

const SERVICES = [authService, bookingService, catalogService, hotelManagementService, notificationService, reviewService, urlShortenerService];

describe('services that are migrated before they are rolled out', () => {
  let server: TestDatabase;
  beforeAll(async () => {
    server = await startTestDatabase();
  });
  afterAll(() => server.stop());

  it.each(SERVICES.map((service) => [service.name, service] as const))('%s makes its schema, once', async (_name, { migrate }) => {
    const env = { DATABASE_URL: server.url };
    const ran = await migrate!(env);
    expect(ran[0]).toBe('CreateOutbox202611210900');
    expect(ran.length).toBeGreaterThan(3);
    expect(await migrate!(env)).toEqual([]);
  });
});

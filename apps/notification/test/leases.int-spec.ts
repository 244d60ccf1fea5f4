import { newId } from '@bookable/kernel';
import { type ServiceDatabase, startServiceDatabase } from '@bookable/platform-testing';
import { DeliveryStore, type NewDelivery } from '../src/persistence/delivery.store';
import { CreateDelivery202611211002 } from '../src/persistence/migrations/202611211002-create-delivery';
import { AllowSkippedDelivery202611211004 } from '../src/persistence/migrations/202611211004-allow-skipped-delivery';
import { KeepLettersOfTheDead202611221900 } from '../src/persistence/migrations/202611221900-keep-letters-of-the-dead';
import { CreateReadingHours202611221902 } from '../src/persistence/migrations/202611221902-create-reading-hours';
import { CreateDeadAddress202611221903 } from '../src/persistence/migrations/202611221903-create-dead-address';
import { CreatePushSubscription202611221905 } from '../src/persistence/migrations/202611221905-create-push-subscription';

const LEASE_SECONDS = 15;

const aDelivery = (): NewDelivery => ({
  id: newId(), factKey: newId(), personId: newId(), channel: 'email', template: 'booking-confirmed', locale: 'en', address: 'someone@journey.example', name: 'Someone',
  letter: { content: {}, path: '/', isSecret: false, isMandatory: false }, expiresAt: null,
});

describe('the lease of a delivery', () => {
  let notification: ServiceDatabase;
  let store: DeliveryStore;

  beforeAll(async () => {
    notification = await startServiceDatabase({ service: 'notification', entities: [], migrations: [CreateDelivery202611211002, AllowSkippedDelivery202611211004, KeepLettersOfTheDead202611221900, CreateReadingHours202611221902, CreateDeadAddress202611221903, CreatePushSubscription202611221905] });
    store = new DeliveryStore(notification.database);
  });
  afterAll(() => notification.stop());

  const secondsLeft = async (id: string): Promise<number> => {
    const [row] = await notification.database.query<{ left: number }>('SELECT extract(epoch FROM due_at - now())::float8 AS left FROM delivery WHERE id = $1', [id]);
    return row!.left;
  };
  const nearlyOver = (id: string) => notification.database.query("UPDATE delivery SET due_at = now() + interval '1 second' WHERE id = $1", [id]);
  const claimOne = async () => {
    await notification.database.query('DELETE FROM delivery');
    await notification.database.transaction((tx) => store.add(tx, [aDelivery()]));
    const [claimed] = await store.claim('email', 1, LEASE_SECONDS);
    return claimed!;
  };

  it('keeps everybody else away until it is over', async () => {
    const { id } = await claimOne();
    expect(await store.claim('email', 1, LEASE_SECONDS)).toEqual([]);
    await notification.database.query('UPDATE delivery SET due_at = now() WHERE id = $1', [id]);
    expect(await store.claim('email', 1, LEASE_SECONDS)).toMatchObject([{ id, attempts: 2 }]);
  });

  it('is made longer by whoever holds it', async () => {
    const claimed = await claimOne();
    await nearlyOver(claimed.id);
    await store.holdOn([claimed], LEASE_SECONDS);
    expect(await secondsLeft(claimed.id)).toBeGreaterThan(1);
  });

  it('is not made longer by somebody who has lost it', async () => {
    const claimed = await claimOne();
    await notification.database.query('UPDATE delivery SET due_at = now() WHERE id = $1', [claimed.id]);
    await store.claim('email', 1, LEASE_SECONDS);
    await nearlyOver(claimed.id);
    await store.holdOn([claimed], LEASE_SECONDS);
    expect(await secondsLeft(claimed.id)).toBeLessThanOrEqual(1);
  });

  it('does not bring forward what was postponed', async () => {
    const claimed = await claimOne();
    await store.record(claimed, { state: 'waiting', reason: 'the provider is away', pauseMs: 3_600_000 });
    await store.holdOn([claimed], LEASE_SECONDS);
    expect(await secondsLeft(claimed.id)).toBeGreaterThan(60);
  });
});

import { newId } from '@bookable/kernel';
import { type ServiceDatabase, SetClock, startServiceDatabase } from '@bookable/platform-testing';
import { ForgetOldMail } from '../src/application/forget-old-mail';
import { NotificationConfig } from '../src/config';
import { DeadAddressStore } from '../src/persistence/dead-address.store';
import { DeliveryStore } from '../src/persistence/delivery.store';
import { EventTimeStore } from '../src/persistence/event-time.store';
import { KeptMailStore } from '../src/persistence/kept-mail.store';
import { MIGRATIONS } from '../src/persistence/migrations';
import { NotificationStore } from '../src/persistence/notification.store';
import { ReminderStore } from '../src/persistence/reminder.store';

const NOW = new Date('2026-11-22T03:00:00Z');
const DAY_MS = 86_400_000;

describe('what people were told', () => {
  let service: ServiceDatabase;
  const clock = new SetClock();
  beforeAll(async () => {
    service = await startServiceDatabase({ service: 'notification', entities: [], migrations: MIGRATIONS });
  });
  afterAll(() => service.stop());
  beforeEach(() => clock.set(NOW));

  const daysAgo = (days: number) => new Date(NOW.getTime() - days * DAY_MS);
  const forget = async (settings: Record<string, string> = {}) => {
    const { database } = service;
    const config = NotificationConfig.read({ DATABASE_URL: 'postgres://127.0.0.1/x', ...settings });
    const stores = [new DeliveryStore(database), new KeptMailStore(database), new ReminderStore(database), new EventTimeStore(database), new DeadAddressStore(database), new NotificationStore(database)] as const;
    await new ForgetOldMail(...stores, config, clock).execute();
  };
  const aNotice = (at: Date, text: string) => service.database.query(
    `INSERT INTO notification (id, fact_key, person_id, type, title, text, subject, subject_id, path, created_at) VALUES ($1, $2, $3, 'event-moved', 't', $4, 'listing', $6, '/', $5)`,
    [newId(), newId(), newId(), text, at, newId()]);
  const aMail = (at: Date, subject: string) => service.database.query(
    `INSERT INTO kept_mail (id, address, subject, text, html, sent_at) VALUES ($1, 'a@mail.example', $2, '', '', $3)`, [newId(), subject, at]);
  const texts = async (sql: string) => (await service.database.query<{ text: string }>(sql)).map(({ text }) => text).sort();

  it('is forgotten when its days are over, and not a moment before', async () => {
    await aNotice(daysAgo(179.9), 'young');
    await aNotice(daysAgo(180.1), 'old');
    await aMail(daysAgo(6.9), 'young');
    await aMail(daysAgo(7.1), 'old');
    await forget();
    expect(await texts('SELECT text FROM notification')).toEqual(['young']);
    expect(await texts('SELECT subject AS text FROM kept_mail')).toEqual(['young']);
    clock.advance(DAY_MS);
    await forget();
    expect(await texts('SELECT text FROM notification')).toEqual([]);
    expect(await texts('SELECT subject AS text FROM kept_mail')).toEqual([]);
  });

  it('is kept for as long as the installation says', async () => {
    await aNotice(daysAgo(29), 'young');
    await aNotice(daysAgo(31), 'old');
    await forget({ NOTIFICATIONS_KEPT_DAYS: '30' });
    expect(await texts('SELECT text FROM notification')).toEqual(['young']);
  });
});

import type { UserFacts } from '@bookable/contracts-auth';
import { BookingCancelled, BookingConfirmed, type BookingFacts } from '@bookable/contracts-booking';
import { ListingChanged, type ListingFacts, ListingPublished } from '@bookable/contracts-catalog';
import { newId } from '@bookable/kernel';
import { waitUntil } from '@bookable/platform-testing';
import { aBooking, aPerson } from './facts';
import { RunningNotification } from './running-notification';

const HOUR_MS = 3_600_000;
const BEGINS = Date.parse('2099-12-05T18:00:00Z');
const at = (ms: number) => new Date(ms).toISOString();
const lasting = (beginsAtMs: number, hours = 3) => ({ startsAt: at(beginsAtMs), endsAt: at(beginsAtMs + hours * HOUR_MS), privacy: 'everyone', paid: false }) as const;

describe('an event that takes place at another time', () => {
  let service: RunningNotification;
  let host: UserFacts;
  beforeAll(async () => {
    service = await RunningNotification.start();
    host = aPerson({ name: 'Hanna' });
  });
  afterAll(() => service.stop());

  const anEvent = async (): Promise<ListingFacts> => {
    const event: ListingFacts = {
      id: newId(), ownerId: host.id, kind: 'event', title: 'Film night', status: 'active', timeZone: 'Europe/Berlin', capacity: 9, price: { currency: 'EUR', per: 'seat', amount: 0 },
      booking: { approval: 'request' }, city: 'Berlin', details: lasting(BEGINS), version: 1,
    };
    await service.tell(ListingPublished, event);
    return event;
  };
  const seat = (guest: UserFacts, { id, title, details }: ListingFacts, differences: Partial<BookingFacts> = {}): BookingFacts => aBooking(guest, host, {
    listingId: id, listingTitle: title, kind: 'event', from: details!.startsAt, to: details!.endsAt, startsAt: details!.startsAt, endsAt: details!.endsAt, status: 'confirmed', action: 'confirm', actorId: host.id, version: 2, ...differences,
  });
  const move = (event: ListingFacts, version: number, details: ListingFacts['details']) => service.tell(ListingChanged, { ...event, version, details });
  const told = async (person: UserFacts) => (await service.shownTo(person)).filter(({ type }) => type === 'event-moved').map(({ text }) => text);

  it('is told to everybody who is to come, in their language, once, and to nobody else', async () => {
    const [guest, russian, gone] = [aPerson(), aPerson({ locale: 'ru' }), aPerson()];
    const event = await anEvent();
    for (const person of [guest, russian, gone]) await service.tell(BookingConfirmed, seat(person, event));
    await service.tell(BookingCancelled, { ...seat(gone, event), id: (await service.shownTo(gone))[0]!.subjectId, status: 'cancelled', action: 'cancel', actorId: gone.id, version: 3 });
    for (let time = 0; time < 20; time += 1) await move(event, 2, lasting(BEGINS + 25 * HOUR_MS));
    expect(await told(guest)).toEqual([expect.stringMatching(/^Film night now takes place .*6 December 2099.*20:00/)]);
    expect(await told(russian)).toEqual([expect.stringContaining('6 декабря 2099')]);
    expect(await told(gone)).toEqual([]);
    expect(await told(host)).toEqual([]);
    const mail = await waitUntil(async () => (await service.mailsTo(guest.email)).find(({ subject }) => subject === 'Another time: Film night'), { that: 'the mail comes' });
    expect(mail.text).toMatch(/Hanna has moved[^]*Now: .*6 December[^]*Before: .*5 December/);
  });

  it('is told anew for each new time, also where only its end is another; other changes and old words are not', async () => {
    const guest = aPerson();
    const event = await anEvent();
    await service.tell(BookingConfirmed, seat(guest, event));
    await move({ ...event, title: 'Better film night' }, 2, lasting(BEGINS));
    expect(await told(guest)).toEqual([]);
    await move(event, 4, lasting(BEGINS, 4));
    await move(event, 3, lasting(BEGINS + HOUR_MS));
    await move(event, 5, lasting(BEGINS));
    expect(await told(guest)).toHaveLength(2);
  });

  it('is told to nobody where it is over', async () => {
    const guest = aPerson();
    const event = await anEvent();
    await service.tell(BookingConfirmed, seat(guest, event));
    await move(event, 2, lasting(Date.parse('2020-01-01T18:00:00Z')));
    expect(await told(guest)).toEqual([]);
  });
});

import type { BookingView } from '@bookable/contracts-booking';
import type { NotificationView } from '@bookable/contracts-notification';
import { dayFromToday } from './days';
import type { Door } from './door';
import { eventually } from './eventually';
import { type KeptMail, linkIn } from './mailbox';
import { filmNight, ownCity } from './offers';
import { Person } from './person';

interface List<Item> {
  readonly items: readonly Item[];
}

const NAMES = ['Anna', 'Борис', 'Clara', 'Дина', 'Emil'] as const;

/** Five people of one city who watch films with each other, all at once. */
export class FilmCircle {
  readonly city = ownCity();

  private constructor(
    private readonly door: Door,
    readonly five: readonly Person[],
  ) {}

  static async meet(door: Door): Promise<FilmCircle> {
    const five = await Promise.all(NAMES.map((name, index) => Person.register(door, name, { locale: index % 2 === 1 ? 'ru' : 'en' })));
    return new FilmCircle(door, five);
  }

  /** Plans an evening some days from today. */
  async plan(host: Person, daysFromToday: number, more: { readonly offer?: Record<string, unknown>; readonly details?: Record<string, unknown> } = {}): Promise<string> {
    const night = filmNight(this.city, dayFromToday(daysFromToday), more.offer);
    const details = { ...(night['details'] as object), ...more.details };
    return (await host.post<{ id: string }>('/api/events', { ...night, kind: undefined, details })).id;
  }

  /** The events that somebody finds. */
  async finds(person: Person, query: Record<string, string>): Promise<string[]> {
    const { items } = await person.get<List<{ id: string }>>(`/api/events?${new URLSearchParams({ city: this.city, ...query })}`);
    return items.map(({ id }) => id);
  }

  request(person: Person, listingId: string): Promise<BookingView> {
    return person.post<BookingView>('/api/bookings', { listingId });
  }

  /** Waits until somebody is told of an event, or as a helper of its host of a booking, and led to the event. */
  isToldOfEvent(person: Person, type: string, listingId: string): Promise<void> {
    return this.isLed(person, type, listingId, `/listings/${listingId}`);
  }

  /** Waits until somebody is told of a booking, in the application and by a mail whose short link leads to it. */
  isTold(person: Person, type: string, bookingId: string): Promise<void> {
    return this.isLed(person, type, bookingId, `/bookings/${bookingId}`);
  }

  private async isLed(person: Person, type: string, subjectId: string, path: string): Promise<void> {
    await eventually(`${person.user.name} is told ${type}`, async () => {
      const { items } = await person.get<List<NotificationView>>('/api/notifications?limit=100');
      return items.find((one) => one.type === type && one.subjectId === subjectId);
    });
    await eventually(`${person.user.name} gets a mail that leads to it`, async () => {
      for (const mail of await person.mails()) if ((await this.destinationOf(mail)) === path) return mail;
      return undefined;
    });
  }

  /** Where the short link of a mail leads; undefined where it has none, or one to somewhere else. */
  private async destinationOf(mail: KeptMail): Promise<string | undefined> {
    const url = new URL(linkIn(mail));
    if (!url.pathname.startsWith('/s/')) return undefined;
    const { status, headers } = await this.door.ask('GET', url.pathname);
    return status === 302 ? new URL(headers.get('location') ?? '').pathname : undefined;
  }
}

import { randomUUID } from 'node:crypto';
import type { BookingView } from '@bookable/contracts-booking';
import { dayFromToday } from '../days';
import type { Door } from '../door';
import { eventually } from '../eventually';
import { filmNight } from '../offers';
import { signInOperator } from '../operator';
import { Person } from '../person';
import type { Wording } from './wording';

interface List {
  readonly items: readonly { readonly id: string }[];
}

/** A word that stands nowhere else, and that no slip of the pen makes another one of. */
const ownWord = () => `w${randomUUID().replace(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)]!).replaceAll('-', '').slice(0, 14)}`;

/**
 * Two evenings of one film by one host in one place under the same labels: one for everybody from the beginning, and one for
 * followers that comes later, is booked, takes place and is reviewed.
 */
export class SecretEvening {
  private readonly words = { city: `Town ${ownWord()}`, district: `Quarter ${ownWord()}`, category: ownWord(), tag: ownWord(), amenity: ownWord() };
  private readonly title = `Gathering ${ownWord()}`;
  private readonly place = { lat: -40 - Math.random(), lng: -100 - Math.random() };
  private twinId = '';
  private movie = { id: '', title: `Film ${ownWord()}` };
  /** Known once it has been planned. */
  eventId: string = randomUUID();
  bookingId: string = randomUUID();

  private constructor(
    readonly host: Person,
    readonly follower: Person,
    readonly stranger: Person,
  ) {}

  /** The world before there is a secret. */
  static async before(door: Door): Promise<SecretEvening> {
    const [host, follower, stranger] = await Promise.all([Person.register(door, `Hanna ${ownWord()}`), Person.register(door, 'Fay Follower'), Person.register(door, 'Sam Stranger')]);
    const evening = new SecretEvening(host, follower, stranger);
    await follower.put(`/api/users/${host.id}/follow`, undefined, 204);
    await evening.planTwin(await signInOperator(door));
    return evening;
  }

  get wording(): Wording {
    const { twinId, eventId, bookingId, title, host } = this;
    return { ...this.words, ...this.place, twinId, eventId, bookingId, title, hostId: host.id, hostName: host.user.name, movieId: this.movie.id, movieTitle: this.movie.title };
  }

  /** What no stranger may read anywhere. */
  get secrets(): readonly string[] {
    return [this.eventId, this.bookingId, this.title.split(' ')[1]!];
  }

  /** The search that both evenings fit. */
  get search(): Record<string, unknown> {
    return { kind: 'event', city: this.words.city };
  }

  /** Plans the secret evening; a follower goes, and both sides say how it was. */
  async happens(): Promise<void> {
    this.eventId = await this.plan(41, this.title, 'followers');
    const { host, follower } = this;
    await eventually('the follower sees the evening', async () => (await follower.ask('GET', `/api/events/${this.eventId}`)).status === 200);
    this.bookingId = (await follower.post<BookingView>('/api/bookings', { listingId: this.eventId })).id;
    for (const step of ['confirm', 'start', 'complete']) await host.put(`/api/bookings/${this.bookingId}/${step}`);
    await follower.post('/api/reviews', { bookingId: this.bookingId, subject: 'listing', stars: 5, text: `A fine ${this.title}.` });
    await host.post('/api/reviews', { bookingId: this.bookingId, subject: 'guest', stars: 5, text: 'A fine guest.' });
  }

  private async planTwin(operator: Person): Promise<void> {
    const { title } = this.movie;
    await operator.post('/api/admin/movies', { source: 'journey', movies: [{ externalId: title, title, year: 1927, genres: ['Drama'], cast: [] }] }, 200);
    const films = await this.host.get<List>(`/api/movies?${new URLSearchParams({ q: title })}`);
    this.movie = { id: films.items[0]!.id, title };
    this.twinId = await this.plan(40, 'An evening for everybody', 'everyone');
  }

  private async plan(days: number, title: string, privacy: string): Promise<string> {
    const { city, district, category, tag, amenity } = this.words;
    const night = filmNight(city, dayFromToday(days));
    const details = { ...(night['details'] as object), movieId: this.movie.id, privacy };
    const location = { city, district, ...this.place };
    const offer = { ...night, kind: undefined, title, description: `${title}, after dark.`, category, tags: [tag], amenities: [amenity], location, details };
    return (await this.host.post<{ id: string }>('/api/events', offer)).id;
  }
}

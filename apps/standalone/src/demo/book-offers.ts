import type { BookingView } from '@bookable/contracts-booking';
import type { Temporal } from 'temporal-polyfill';
import { days, hoursOfNextMonday } from './demo-days';
import { UnexpectedAnswer } from './demo-door';
import type { DemoOffer } from './demo-offers';
import type { DemoPerson } from './demo-people';

/** Who plays a booking through. */
export interface BookingParties {
  readonly host: DemoPerson;
  readonly guest: DemoPerson;
}

/** The guest's booking of a listing; asked for once, whatever became of it since. */
async function bookingOf(guest: DemoPerson, listingId: string, asked: object): Promise<BookingView> {
  const [known] = await guest.door.list<BookingView>(`/api/bookings?role=renter&listingId=${listingId}`);
  return known ?? guest.door.post<BookingView>('/api/bookings', { listingId, ...asked });
}

async function completed({ host, guest }: BookingParties, listingId: string, asked: object): Promise<BookingView> {
  let booking = await bookingOf(guest, listingId, asked);
  const steps = { pending: 'confirm', confirmed: 'start', in_progress: 'complete' } as const;
  for (let step = nextStep(booking, steps); step !== undefined; step = nextStep(booking, steps)) {
    booking = await host.door.put<BookingView>(`/api/bookings/${booking.id}/${step}`);
  }
  return booking;
}

function nextStep<Steps extends object>({ status }: BookingView, steps: Steps): Steps[keyof Steps] | undefined {
  return status in steps ? steps[status as keyof Steps] : undefined;
}

async function review(author: DemoPerson, bookingId: string, subject: 'listing' | 'host' | 'guest', stars: number, text: string): Promise<void> {
  try {
    await author.door.post('/api/reviews', { bookingId, subject, stars, text });
  } catch (error) {
    if (!(error instanceof UnexpectedAnswer) || error.code !== 'already-reviewed') throw error;
  }
}

/** Bookings in several states: two that ended and were reviewed, one agreed, one at once, and one that waits. */
export async function bookOffers(parties: BookingParties, listings: Record<DemoOffer, string>, today: Temporal.PlainDate): Promise<void> {
  const { host, guest } = parties;
  const stay = await completed(parties, listings.flat, { ...days(today, 2, 3), message: 'We come by train and arrive late.' });
  const rent = await completed(parties, listings.drill, days(today, 1, 2));
  if (stay.status === 'completed') {
    await review(guest, stay.id, 'listing', 5, 'Morning sun, as promised, and the baker is real.');
    await review(host, stay.id, 'guest', 5, 'Left everything tidier than it was.');
  }
  if (rent.status === 'completed') {
    await review(guest, rent.id, 'listing', 4, 'Strong drill; one bit was blunt.');
    await review(host, rent.id, 'guest', 5, 'Back on time and clean.');
  }
  await bookingOf(guest, listings.studio, days(today, 10, 4));
  await bookingOf(guest, listings.desk, { ...hoursOfNextMonday(today), quantity: 1 });
  await bookingOf(guest, listings.filmNight, { message: 'Two of us would come, if there is room.' });
}

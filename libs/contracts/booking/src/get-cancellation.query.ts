import { defineQuery } from '@bookable/kernel';
import { WrongStatus } from './booking.errors';
import { CancellationView } from './cancellation.view';
import { GetBookingRequest } from './get-booking.query';

/** What comes back if the caller cancels the booking at this moment; of a cancelled one, what did. */
export const GetCancellation = defineQuery<GetBookingRequest, CancellationView>({
  topic: 'booking.get-cancellation',
  request: GetBookingRequest,
  reply: CancellationView,
  problems: [WrongStatus],
});

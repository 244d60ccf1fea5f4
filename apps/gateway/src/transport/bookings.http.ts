import {
  AcceptChange, AcceptInvitation, AddBookingPhotos, type AddBookingPhotosRequest, CancelBooking, type CancelBookingRequest, ChangeBooking,
  type ChangeBookingRequest, CompleteBooking, ConfirmBooking,
  DeclineInvitation, FindBookingPhotos, FindBookings, type FindBookingsRequest, GetBooking, GetBookingHistory, GetCancellation, GetQuote, type GetQuoteRequest,
  MarkNoShow, PlaceBooking, type PlaceBookingRequest, ReconfirmBooking, RejectBooking, type RejectBookingRequest, RejectChange,
  StartBooking, type TransitionRequest, WithdrawChange,
} from '@bookable/contracts-booking';
import { Bus } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { Route } from '../http/route';
import { UPLOAD_TIMEOUT_MS } from '../uploads/upload-rule';

const names = { id: 'bookingId' };
const PHOTOS_AT_ONCE = 10;

/** Quotes, bookings, and each step a booking can take. */
@Controller()
export class BookingsHttp {
  constructor(private readonly bus: Bus) {}

  @Route('POST', '/api/quotes', GetQuote, { says: 'What a booking would cost, line by line.', access: 'anyone' })
  quote(asked: GetQuoteRequest): Promise<Buffer> {
    return this.bus.forward(GetQuote, asked);
  }

  @Route('POST', '/api/bookings', PlaceBooking, { says: 'Asks for a booking.', access: 'signed-in', status: 201 })
  place(asked: PlaceBookingRequest): Promise<Buffer> {
    return this.bus.forward(PlaceBooking, asked);
  }

  @Route('GET', '/api/bookings', FindBookings, { says: "The caller's own bookings.", access: 'signed-in' })
  find(asked: FindBookingsRequest): Promise<Buffer> {
    return this.bus.forward(FindBookings, asked);
  }

  @Route('GET', '/api/bookings/:id', GetBooking, { says: 'One booking.', access: 'party', names })
  show(asked: TransitionRequest): Promise<Buffer> {
    return this.bus.forward(GetBooking, asked);
  }

  @Route('GET', '/api/bookings/:id/history', GetBookingHistory, { says: 'Every transition of a booking: who, when, why.', access: 'party', names })
  showHistory(asked: TransitionRequest): Promise<Buffer> {
    return this.bus.forward(GetBookingHistory, asked);
  }

  @Route('GET', '/api/bookings/:id/cancellation', GetCancellation, { says: 'What comes back if the caller cancels now.', access: 'party', names })
  showCancellation(asked: TransitionRequest): Promise<Buffer> {
    return this.bus.forward(GetCancellation, asked);
  }

  @Route('PUT', '/api/bookings/:id/confirm', ConfirmBooking, { says: 'The owner accepts a request.', access: 'party', names })
  confirm(asked: TransitionRequest): Promise<Buffer> {
    return this.bus.forward(ConfirmBooking, asked);
  }

  @Route('PUT', '/api/bookings/:id/reject', RejectBooking, { says: 'The owner refuses a request, and says why.', access: 'party', names })
  reject(asked: RejectBookingRequest): Promise<Buffer> {
    return this.bus.forward(RejectBooking, asked);
  }

  @Route('PUT', '/api/bookings/:id/cancel', CancelBooking, { says: 'A party calls a booking off.', access: 'party', names })
  cancel(asked: CancelBookingRequest): Promise<Buffer> {
    return this.bus.forward(CancelBooking, asked);
  }

  @Route('PUT', '/api/bookings/:id/start', StartBooking, { says: 'The owner hands over.', access: 'party', names })
  start(asked: TransitionRequest): Promise<Buffer> {
    return this.bus.forward(StartBooking, asked);
  }

  @Route('PUT', '/api/bookings/:id/complete', CompleteBooking, { says: 'The owner takes back.', access: 'party', names })
  complete(asked: TransitionRequest): Promise<Buffer> {
    return this.bus.forward(CompleteBooking, asked);
  }

  @Route('PUT', '/api/bookings/:id/accept', AcceptInvitation, { says: 'The guest takes up an invitation.', access: 'party', names })
  accept(asked: TransitionRequest): Promise<Buffer> {
    return this.bus.forward(AcceptInvitation, asked);
  }

  @Route('PUT', '/api/bookings/:id/decline', DeclineInvitation, { says: 'The guest turns an invitation down.', access: 'party', names })
  decline(asked: TransitionRequest): Promise<Buffer> {
    return this.bus.forward(DeclineInvitation, asked);
  }

  @Route('PUT', '/api/bookings/:id/no-show', MarkNoShow, { says: 'The owner says that nobody came.', access: 'party', names })
  markNoShow(asked: TransitionRequest): Promise<Buffer> {
    return this.bus.forward(MarkNoShow, asked);
  }

  @Route('PUT', '/api/bookings/:id/change', ChangeBooking, { says: 'A party changes the stay, or asks the other to agree.', access: 'party', names })
  change(asked: ChangeBookingRequest): Promise<Buffer> {
    return this.bus.forward(ChangeBooking, asked);
  }

  @Route('PUT', '/api/bookings/:id/change/accept', AcceptChange, { says: 'The other party agrees to a change.', access: 'party', names })
  acceptChange(asked: TransitionRequest): Promise<Buffer> {
    return this.bus.forward(AcceptChange, asked);
  }

  @Route('PUT', '/api/bookings/:id/change/reject', RejectChange, { says: 'The other party does not agree to a change.', access: 'party', names })
  rejectChange(asked: TransitionRequest): Promise<Buffer> {
    return this.bus.forward(RejectChange, asked);
  }

  @Route('PUT', '/api/bookings/:id/change/withdraw', WithdrawChange, { says: 'Who has proposed a change takes it back.', access: 'party', names })
  withdrawChange(asked: TransitionRequest): Promise<Buffer> {
    return this.bus.forward(WithdrawChange, asked);
  }

  @Route('PUT', '/api/bookings/:id/reconfirm', ReconfirmBooking, { says: 'The guest of an event confirms again, after it fell on other plans of theirs.', access: 'party', names })
  reconfirm(asked: TransitionRequest): Promise<Buffer> {
    return this.bus.forward(ReconfirmBooking, asked);
  }

  @Route('GET', '/api/bookings/:id/photos', FindBookingPhotos, { says: 'Photos of the state of the thing.', access: 'party', names })
  findPhotos(asked: TransitionRequest): Promise<Buffer> {
    return this.bus.forward(FindBookingPhotos, asked);
  }

  @Route('POST', '/api/bookings/:id/photos', AddBookingPhotos, {
    says: 'Adds photos of the state of the thing at hand-over or return.', access: 'party', status: 201, names, limit: 'upload',
    upload: { field: 'files', maxFiles: PHOTOS_AT_ONCE, fills: 'keys', texts: ['stage'] },
  })
  addPhotos(asked: AddBookingPhotosRequest): Promise<Buffer> {
    return this.bus.forward(AddBookingPhotos, asked, { timeoutMs: UPLOAD_TIMEOUT_MS });
  }
}

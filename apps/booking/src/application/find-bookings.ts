import { Injectable } from '@nestjs/common';
import type { FindBookingsRequest } from '@bookable/contracts-booking';
import type { MessageContext } from '@bookable/platform-bus';
import { BookingReader } from '../persistence/booking.reader';
import { callerOf } from './caller';
import { lastIdOf } from './last-id';
import { pageJson } from './page-json';

const LIMIT = 20;

/** Lists the caller's own bookings, newest first; the page is JSON that the database wrote. */
@Injectable()
export class FindBookings {
  constructor(private readonly reader: BookingReader) {}

  async execute(request: FindBookingsRequest, context: MessageContext): Promise<Buffer> {
    const { role, status, kind, listingId: resourceId, from, to, limit = LIMIT } = request;
    const { items, lastId } = await this.reader.page(callerOf(context), {
      role,
      status,
      kind,
      resourceId,
      endsAfter: from === undefined ? undefined : new Date(from),
      startsBefore: to === undefined ? undefined : new Date(to),
      beforeId: lastIdOf(request.cursor),
      limit,
    });
    return pageJson(items, lastId === null ? null : [lastId]);
  }
}

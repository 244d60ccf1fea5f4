import { Injectable } from '@nestjs/common';
import type { FindBookingsRequest } from '@bookable/contracts-booking';
import { DomainError, Malformed, decodeCursor, encodeCursor, isId } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { BookingReader } from '../persistence/booking.reader';
import { callerOf } from './caller';

const LIMIT = 20;

/** Lists the caller's own bookings, newest first; the page is JSON that the database wrote. */
@Injectable()
export class FindBookings {
  constructor(private readonly reader: BookingReader) {}

  async execute(request: FindBookingsRequest, context: MessageContext): Promise<Buffer> {
    const { role, status, listingId: resourceId, from, to, limit = LIMIT } = request;
    const { items, lastId } = await this.reader.page(callerOf(context), {
      role,
      status,
      resourceId,
      endsAfter: from === undefined ? undefined : new Date(from),
      startsBefore: to === undefined ? undefined : new Date(to),
      beforeId: lastSeen(request.cursor),
      limit,
    });
    return Buffer.from(`{"items":${items},"nextCursor":${JSON.stringify(lastId && encodeCursor([lastId]))}}`);
  }
}

function lastSeen(cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined;
  const [id] = decodeCursor(cursor) ?? [];
  if (!isId(id)) throw new DomainError(Malformed, undefined, { errors: [{ path: 'cursor', message: 'is not one of ours' }] });
  return id;
}

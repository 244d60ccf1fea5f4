import { DomainError, Unavailable } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import type { ReservationView } from '@bookable/contracts-hotel-management';
import { HotelStore } from '../../persistence/hotel.store';
import { ReservationStore } from '../../persistence/reservation.store';
import { userOf } from '../staff-door';
import { ArrangeRooms } from './arrange-rooms';
import { SettleReservation } from './settle-reservation';

/** Brings a reservation that is written down to booking, however often it is asked for; it is answered as it was first. */
@Injectable()
export class BringReservation {
  constructor(
    private readonly database: Database,
    private readonly hotels: HotelStore,
    private readonly reservations: ReservationStore,
    private readonly arrange: ArrangeRooms,
    private readonly settle: SettleReservation,
    private readonly clock: Clock,
  ) {}

  async execute(id: string, hotelId: string, context: MessageContext): Promise<ReservationView> {
    return ((await this.reservations.firstAnswer(this.database, id)) ?? (await this.bring(id, hotelId, context))) as ReservationView;
  }

  private async bring(id: string, hotelId: string, context: MessageContext): Promise<unknown> {
    await this.askAgain(id, hotelId, context);
    await this.settle.execute(id);
    const answer = await this.reservations.firstAnswer(this.database, id);
    if (answer === undefined) throw new DomainError(Unavailable, 'The reservation is being made; try again.', { retryAfterSeconds: 1 });
    return answer;
  }

  /** What was refused before is asked for anew where the same command comes again. */
  private async askAgain(id: string, hotelId: string, context: MessageContext): Promise<void> {
    if ((await this.reservations.find(this.database, id))?.status !== 'refused') return;
    await this.database.transaction(async (tx) => {
      await this.hotels.lock(tx, hotelId);
      const row = await this.reservations.lock(tx, hotelId, id);
      if (row?.status !== 'refused') return;
      const now = this.clock.now();
      const again = { status: 'requesting', wanted: row.terms, wordNumber: row.wordNumber + 1 } as const;
      const asked = await this.reservations.write(tx, row, again, { action: 'request', actorId: userOf(context), now });
      await this.arrange.ofTypes(tx, hotelId, [row.terms.roomTypeId], now, { ...asked, given: [] });
    });
  }
}

import { addDays, dayAt } from '@bookable/kernel';
import { Database, type Transaction } from '@bookable/platform-database';
import { Logger } from '@bookable/platform-logging';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { type BusinessDay, businessDay, businessDayAfter } from '../../domain/business-day';
import { NOTHING_COUNTED } from '../../domain/revenue-figures';
import { ClosedDayStore, type DueHotel } from '../../persistence/closed-day.store';
import { HotelStore } from '../../persistence/hotel.store';
import { ReservationStore } from '../../persistence/reservation.store';
import { RevenueReader } from '../../persistence/revenue.reader';
import { EndReservation } from '../reservations/end-reservation';

/** A hotel that nobody has closed for years is not done in one go, so that a service that is to stop is not kept. */
const AT_MOST = 500;

/**
 * Closes the days of every hotel, one after another (the night audit): who has not come is marked as missed, who should have
 * left is noted, and the figures of the day are frozen. A day is one transaction behind the lock of its hotel. So of all replicas
 * one closes it, whoever dies on the way has done nothing, and however long nobody was there, the next one goes on from there.
 */
@Injectable()
export class CloseDays {
  constructor(
    private readonly database: Database,
    private readonly hotels: HotelStore,
    private readonly closed: ClosedDayStore,
    private readonly reservations: ReservationStore,
    private readonly revenue: RevenueReader,
    private readonly end: EndReservation,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  async execute(): Promise<void> {
    const passedOver: string[] = [];
    for (let count = 0; count < AT_MOST; count += 1) if (!(await this.closeOne(passedOver))) return;
  }

  /** Whether there was one. A hotel whose day cannot be closed is passed over, and keeps no other waiting. */
  private async closeOne(passedOver: string[]): Promise<boolean> {
    const hotelId = await this.closed.nextDue(this.database, this.clock.now(), passedOver);
    if (hotelId === undefined) return false;
    try {
      await this.database.transaction(async (tx) => {
        await this.hotels.lock(tx, hotelId);
        const due = await this.closed.due(tx, hotelId, this.clock.now());
        if (due) await this.closeNext(tx, due);
      });
    } catch (error) {
      passedOver.push(hotelId);
      this.logger.warn('The day of a hotel could not be closed; it is tried again.', { error, hotelId });
    }
    return true;
  }

  private async closeNext(tx: Transaction, hotel: DueHotel): Promise<void> {
    const { id, timeZone, createdAt, nextDay, lastEndedAt } = hotel;
    const now = this.clock.now();
    const day = businessDayAfter(lastEndedAt?.getTime() ?? null, nextDay ?? dayAt(createdAt.getTime(), timeZone), timeZone);
    if (day.closesAtMs > now.getTime()) return this.closed.awaitDay(tx, id, day.day, day.closesAtMs);
    await this.close(tx, hotel, day, now);
    const next = addDays(day.day, 1);
    return this.closed.awaitDay(tx, id, next, businessDay(next, timeZone).closesAtMs);
  }

  private async close(tx: Transaction, { id, timeZone, currency }: DueHotel, day: BusinessDay, now: Date): Promise<void> {
    const noShowIds: string[] = [];
    for (const reservation of await this.reservations.lockMissed(tx, id, day.day, now)) {
      await this.end.follow(tx, reservation, 'no-show', { actorId: null, now });
      noShowIds.push(reservation.id);
    }
    const rows = await this.revenue.counted(tx, { hotelId: id, currency, days: [day], periodOfDay: [0], today: dayAt(now.getTime(), timeZone) });
    const { nightsSold, nightsAvailable } = rows.find(({ part }) => part === 'total') ?? NOTHING_COUNTED;
    await this.closed.close(tx, id, day, { timeZone, closedAt: now, nightsSold, nightsAvailable, noShowIds });
  }
}

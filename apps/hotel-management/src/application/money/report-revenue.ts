import type { RevenueReportRequest, RevenueReportView } from '@bookable/contracts-hotel-management';
import { DomainError, Malformed, dayAt, daysBetween, daysOf } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { businessDay } from '../../domain/business-day';
import { inPeriods } from '../../domain/report-periods';
import { StaffDoor } from '../staff-door';
import { RevenueReader } from '../../persistence/revenue.reader';
import { presentRevenue } from './present-revenue';

const MOST_DAYS = 3_660;

/** Tells an owner what their hotel has brought in (E9). */
@Injectable()
export class ReportRevenue {
  constructor(
    private readonly database: Database,
    private readonly door: StaffDoor,
    private readonly revenue: RevenueReader,
    private readonly clock: Clock,
  ) {}

  async execute({ hotelId, from, to, by = 'day', currency }: RevenueReportRequest, context: MessageContext): Promise<RevenueReportView> {
    const hotel = await this.door.read(hotelId, 'read the books', context);
    unlessDaysAreMany(from, to);
    const { timeZone } = hotel;
    const days = daysOf(from, to);
    const periods = inPeriods(days, by);
    const rows = await this.revenue.counted(this.database, {
      hotelId,
      currency: currency ?? hotel.currency,
      days: days.map((day) => businessDay(day, timeZone)),
      periodOfDay: periods.flatMap((period, number) => period.map(() => number)),
      today: dayAt(this.clock.now().getTime(), timeZone),
    });
    return presentRevenue({ from, to, by, timeZone, currency: currency ?? hotel.currency }, periods, rows);
  }
}

/** Refuses a stretch of no days, and one that nobody would read. */
export function unlessDaysAreMany(from: string, to: string): void {
  const count = daysBetween(from, to);
  const message = count < 1 ? 'must come after from' : `must be ${MOST_DAYS} days after from at most`;
  if (count < 1 || count > MOST_DAYS) throw new DomainError(Malformed, undefined, { errors: [{ path: 'to', message }] });
}

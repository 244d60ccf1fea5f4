import type { ClosedDayView, FindClosedDaysRequest } from '@bookable/contracts-hotel-management';
import { type CursorKey, type Page, cursorKey, money, pageOf, subtractMoney } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { isDay } from '@bookable/wire';
import { Injectable } from '@nestjs/common';
import { occupancyOf } from '../../domain/revenue-figures';
import { type ClosedDayRow, ClosedDayStore, type DayIncomeRow } from '../../persistence/closed-day.store';
import { StaffDoor } from '../staff-door';
import { unlessDaysAreMany } from './report-revenue';

/** Reads the days that are closed, for owners. */
@Injectable()
export class FindClosedDays {
  constructor(
    private readonly database: Database,
    private readonly door: StaffDoor,
    private readonly closed: ClosedDayStore,
  ) {}

  async execute({ hotelId, from, to, cursor, limit = 20 }: FindClosedDaysRequest, context: MessageContext): Promise<Page<ClosedDayView>> {
    await this.door.read(hotelId, 'read the books', context);
    unlessDaysAreMany(from, to);
    const [after] = cursor ? cursorKey(cursor, isDayKey) : [null];
    const rows = await this.closed.page(this.database, hotelId, { from, to, after, limit: limit + 1 });
    return pageOf(rows, limit, presentClosedDay, ({ day }) => [day]);
  }
}

function presentClosedDay({ day, timeZone, closedAt, income, nightsSold, nightsAvailable, arrivals, departures, noShowIds, overdueIds }: ClosedDayRow): ClosedDayView {
  const occupancy = occupancyOf(nightsSold, nightsAvailable);
  return {
    day, timeZone, nightsSold, nightsAvailable, arrivals, departures,
    closedAt: closedAt.toISOString(),
    income: income.map(presentIncome),
    ...(occupancy !== undefined && { occupancy }),
    noShowIds: [...noShowIds],
    overdueIds: [...overdueIds],
  };
}

function presentIncome({ currency, paidAmount, refundedAmount }: DayIncomeRow): ClosedDayView['income'][number] {
  const [paid, refunded] = [money(paidAmount, currency), money(refundedAmount, currency)];
  return { paid, refunded, revenue: subtractMoney(paid, refunded) };
}

function isDayKey(key: CursorKey): key is readonly [string] {
  return key.length === 1 && isDay(key[0]);
}

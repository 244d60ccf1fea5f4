import { defineProblem, defineQuery } from '@bookable/kernel';
import { IsCurrency, IsDay, IsId, MayBeLeftOut, MoneyView } from '@bookable/wire';
import { Type } from 'class-transformer';
import { IsArray, IsIn, IsInt, IsNumber, IsOptional, IsString, Min, ValidateNested } from 'class-validator';
import { IncomeView } from './income.view';
import { ROOM_CATEGORIES, type RoomCategory } from './room.view';

/** How long one line of a report is; weeks begin on Monday, and the first and last line end where the report does. */
export const REPORT_PERIODS = ['day', 'week', 'month'] as const;
/** One of them. */
export type ReportPeriod = (typeof REPORT_PERIODS)[number];

/** In which forms a report can be had; as a file where it is not JSON. */
export const REPORT_FORMATS = ['json', 'csv', 'pdf'] as const;
/** One of them. */
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** The languages a file can be written in. */
export const REPORT_LOCALES = ['en', 'ru'] as const;
/** One of them. */
export type ReportLocale = (typeof REPORT_LOCALES)[number];

/** So many lines are not set as PDF; ask for weeks or months, or for CSV. */
export const ReportTooLong = defineProblem('report-too-long', 'rule-broken', 'The report is too long to be printed.');

/** Of which hotel, and between which days of its own time zone. */
export class RevenueReportRequest {
  @IsId()
  hotelId: string;

  /** The first day, included. */
  @IsDay()
  from: string;

  /** The last day, excluded; 3 660 days after the first at most. */
  @IsDay()
  to: string;

  /** `day` unless told. */
  @IsOptional() @IsIn(REPORT_PERIODS)
  by?: ReportPeriod = 'day';

  /** Money of which currency to count; that of the hotel unless told. */
  @MayBeLeftOut() @IsCurrency()
  currency?: string;

  /** What `Accept` says unless told, and JSON unless that says anything; of `pdf`, 800 periods and rooms at most. */
  @MayBeLeftOut() @IsIn(REPORT_FORMATS)
  format?: ReportFormat;

  /** The language of a file; what `Accept-Language` says unless told. */
  @MayBeLeftOut() @IsIn(REPORT_LOCALES)
  locale?: ReportLocale;
}

/** The same, to be written as a file: CSV unless told. */
export class PrintRevenueReportRequest extends RevenueReportRequest {}

/** A file. */
export class PrintedReportView {
  @IsString()
  fileName: string;

  @IsString()
  mediaType: string;

  /** Its bytes, in base64. */
  @IsString()
  content: string;
}

/**
 * What a stretch of days, a category or a room has brought in.
 * Money counts on the day it changes hands, nights on the day they begin: of a stay paid for on arrival, the whole sum is of
 * its first day. So rates of single days say little, and those of months a lot.
 */
export class RevenueFigures extends IncomeView {
  /** Nights in which a guest who had checked in by 04:00 of the next morning was still there at midnight; of the days ahead, as those in the house plan to stay. */
  @IsInt() @Min(0)
  nightsSold: number;

  /** For each day the rooms that the hotel had when it ended. */
  @IsInt() @Min(0)
  nightsAvailable: number;

  /** Nights sold of those available, 0 to 1, to four places; left out where none were available. */
  @IsOptional() @IsNumber()
  occupancy?: number;

  /** Average daily rate: revenue by night sold, half a minor unit rounded away from zero; left out where none was sold. */
  @IsOptional() @ValidateNested() @Type(() => MoneyView)
  adr?: MoneyView;

  /** Revenue by night available (RevPAR), rounded alike; left out where none was available. */
  @IsOptional() @ValidateNested() @Type(() => MoneyView)
  revPar?: MoneyView;
}

/** A day, week or month of a report. */
export class RevenuePeriodView extends RevenueFigures {
  @IsDay()
  from: string;

  /** Excluded. */
  @IsDay()
  to: string;
}

/** All rooms of a category, over all of a report. */
export class RevenueCategoryView extends RevenueFigures {
  @IsIn(ROOM_CATEGORIES)
  category: RoomCategory;
}

/** A room, over all of a report; left without a name are payments of guests who were given none. */
export class RevenueRoomView extends RevenueFigures {
  @IsOptional() @IsId()
  roomId?: string;

  @IsOptional() @IsString()
  roomNumber?: string;
}

/** What a hotel has brought in (E9). The periods, the categories and the rooms each sum to the total. */
export class RevenueReportView {
  @IsDay()
  from: string;

  @IsDay()
  to: string;

  @IsIn(REPORT_PERIODS)
  by: ReportPeriod;

  /** In whose days it counts. */
  @IsString()
  timeZone: string;

  @IsCurrency()
  currency: string;

  /** Every currency in which money changed hands in this time; the figures are of one of them. */
  @IsArray() @IsString({ each: true })
  currencies: string[];

  @ValidateNested() @Type(() => RevenueFigures)
  total: RevenueFigures;

  @IsArray() @ValidateNested({ each: true }) @Type(() => RevenuePeriodView)
  periods: RevenuePeriodView[];

  @IsArray() @ValidateNested({ each: true }) @Type(() => RevenueCategoryView)
  categories: RevenueCategoryView[];

  @IsArray() @ValidateNested({ each: true }) @Type(() => RevenueRoomView)
  rooms: RevenueRoomView[];
}

/** Income by day, week or month, by category and by room, with occupancy, ADR and RevPAR (E9). For owners alone; 400 where the days are none, or too many. */
export const GetRevenueReport = defineQuery<RevenueReportRequest, RevenueReportView>({
  topic: 'hotel-management.get-revenue-report', request: RevenueReportRequest, reply: RevenueReportView, problems: [ReportTooLong],
});

/** The same report as a CSV or PDF file. In CSV money stands in whole units, and no text of people begins a formula. */
export const PrintRevenueReport = defineQuery<PrintRevenueReportRequest, PrintedReportView>({
  topic: 'hotel-management.print-revenue-report', request: PrintRevenueReportRequest, reply: PrintedReportView, problems: [ReportTooLong],
});

/** One stretch of one weekday (1 is Monday) on which it is open; `closes` may be `24:00`, the end of the day. */
export interface OpeningHours {
  readonly weekday: number;
  readonly opens: string;
  readonly closes: string;
}

/** Days on which it is closed, the last one excluded; one day where `to` is left out. */
export interface ClosedDays {
  readonly from: string;
  readonly to?: string;
}

/** How much of the price comes back when the renter cancels. */
export type CancellationPolicy = 'flexible' | 'moderate' | 'strict';

/** How a thing is booked: what its listing says, and what its bookings keep to. */
export interface BookingRules {
  readonly approval: 'request' | 'instant';
  /** The shortest and the longest booking, in units of the price. */
  readonly minUnits?: number;
  readonly maxUnits?: number;
  readonly checkIn?: string;
  readonly checkOut?: string;
  /** Absent means open at all hours. */
  readonly openingHours?: readonly OpeningHours[];
  readonly closedDays?: readonly ClosedDays[];
  /** How long it takes to get ready before a booking by the hour, and to clear up after it. */
  readonly bufferBeforeMinutes?: number;
  readonly bufferAfterMinutes?: number;
  /** How long a hotel cleans a room after each stay. */
  readonly cleaningMinutes?: number;
  /** How long a hold stands. */
  readonly holdMinutes?: number;
  readonly cancellation?: CancellationPolicy;
}

/** One stretch of one weekday on which it is open; `closes` may be `24:00`. */
export interface OpeningHours {
  readonly weekday: number;
  readonly opens: string;
  readonly closes: string;
}

/** How a resource is booked. */
export interface BookingRules {
  readonly approval: 'request' | 'instant';
  readonly minUnits?: number;
  readonly maxUnits?: number;
  readonly checkIn?: string;
  readonly checkOut?: string;
  /** Absent means open at all hours. */
  readonly openingHours?: readonly OpeningHours[];
}

/** When guests arrive and leave where the owner has not said (E10). */
export const DEFAULT_CHECK_IN = '14:00';
export const DEFAULT_CHECK_OUT = '12:00';

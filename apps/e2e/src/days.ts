const DAY_MS = 86_400_000;

/** The day some days from today, `YYYY-MM-DD`, by the world's clock; journeys stay clear of midnight's difference. */
export function dayFromToday(days: number): string {
  return new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
}

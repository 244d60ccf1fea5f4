/** Whether Postgres can keep a text, and a log line carry it: no NUL, no lone surrogate. */
export function isKeepable(text: string): boolean {
  return !text.includes('\u0000') && text.isWellFormed();
}

/** Whether something is text that can be kept, of at least `min` characters without the space around it and at most `max` with it. */
export function isKeepableText(value: unknown, min: number, max: number): value is string {
  return typeof value === 'string' && value.trim().length >= min && value.length <= max && isKeepable(value);
}

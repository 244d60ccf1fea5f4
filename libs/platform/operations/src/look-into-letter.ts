import { redact } from '@bookable/platform-logging';

const CHARACTERS_AT_MOST = 16_000;
const FREE_TEXT = /\s/;

/**
 * What a dead letter says, fit for an administrator's eyes: what stands under a sensitive key is taken out, and so is
 * whatever has a space in it, since ids, words of ours, instants and numbers have none, and what people write has.
 */
export function lookIntoLetter(payload: string): string {
  const parsed = parse(payload);
  if (parsed === undefined) return `It is not JSON, and has ${payload.length} characters.`;
  return JSON.stringify(withoutFreeText(redact(parsed)), null, 2).slice(0, CHARACTERS_AT_MOST);
}

function parse(payload: string): unknown {
  try {
    return JSON.parse(payload) as unknown;
  } catch {
    return undefined;
  }
}

function withoutFreeText(value: unknown): unknown {
  if (typeof value === 'string') return FREE_TEXT.test(value) ? `[text of ${value.length} characters]` : value;
  if (Array.isArray(value)) return value.map(withoutFreeText);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutFreeText(inner)]));
}

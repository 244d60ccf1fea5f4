import { findIana } from 'windows-iana';

const known = new Map<string, string | undefined>();
const KNOWN_AT_MOST = 1_000;

/**
 * The IANA name of the zone that a calendar means: many write it as it is, some with the name of their library before
 * it, and Outlook in words of its own. Undefined for names that only the calendar itself can explain.
 */
export function ianaZoneOf(name: string): string | undefined {
  if (known.has(name)) return known.get(name);
  const bare = name.trim().replace(/^"|"$/g, '');
  const tails = bare.startsWith('/') ? [bare.split('/').slice(-2).join('/'), bare.split('/').slice(-3).join('/')] : [bare];
  const zone = tails.find(isZone) ?? findIana(bare).find(isZone);
  if (known.size >= KNOWN_AT_MOST) known.clear();
  known.set(name, zone);
  return zone;
}

function isZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

import { hostIsPublic, withoutTrailingDot } from '@bookable/kernel';
import { hostLooksLikeAnother } from './look-alike-host';

const LONGEST_TARGET = 4096;

/** Why an address cannot be the target of a short link. */
export const TARGET_REFUSALS = {
  malformed: 'This is not an address of a web page.',
  scheme: 'Only http and https addresses can be linked to.',
  credentials: 'An address with a user name or password in it cannot be linked to.',
  'short-link': 'A short link cannot lead to another short link.',
  'look-alike': 'The host name can be taken for another one.',
  private: 'Only hosts on the public internet can be linked to.',
} as const;

/** The word for a reason to refuse a target. */
export type TargetRefusal = keyof typeof TARGET_REFUSALS;

/** A target in the one spelling that browsers give it, or why there is none. */
export type LinkTarget = { readonly url: string } | { readonly refusal: TargetRefusal };

/** Reads an address somebody wants a short link to; `publicUrl` is where the platform itself is reached. */
export function readLinkTarget(text: string, publicUrl: string): LinkTarget {
  const url = parse(text);
  if (url === undefined) return { refusal: 'malformed' };
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return { refusal: 'scheme' };
  if (url.username !== '' || url.password !== '') return { refusal: 'credentials' };
  const platform = new URL(publicUrl);
  if (hostsAreEqual(url, platform) && pathIsShortLink(url.pathname)) return { refusal: 'short-link' };
  if (url.origin === platform.origin) return { url: url.href };
  if (!hostIsPublic(url.hostname)) return { refusal: 'private' };
  if (hostLooksLikeAnother(url.hostname)) return { refusal: 'look-alike' };
  return { url: url.href };
}

/** The parser forgives tabs and line breaks inside an address; we do not, because other readers of it may not either. */
function parse(text: string): URL | undefined {
  const trimmed = text.trim();
  if (hasControlCharacters(trimmed) || !URL.canParse(trimmed)) return undefined;
  const url = new URL(trimmed);
  return url.href.length <= LONGEST_TARGET ? url : undefined;
}

function hasControlCharacters(text: string): boolean {
  return [...text].some((character) => character < ' ' || character === '\u007f');
}

function hostsAreEqual(one: URL, other: URL): boolean {
  return withoutTrailingDot(one.hostname) === withoutTrailingDot(other.hostname);
}

/** Judges the path as a forgiving router might read it: decoded again and again, doubled slashes as one. */
function pathIsShortLink(pathname: string): boolean {
  let path = pathname;
  for (let decoded = decodeOnce(path); decoded !== path; decoded = decodeOnce(path)) path = decoded;
  return /^[/\\]+s([/\\]|$)/i.test(path) || new URL(path.replace(/^[/\\]+/, '/'), 'http://host').pathname.startsWith('/s/');
}

function decodeOnce(path: string): string {
  return path.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

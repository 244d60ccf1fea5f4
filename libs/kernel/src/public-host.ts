/** Ranges of IPv4 that do not lead to the public internet (IANA special-purpose registry), as first address and prefix length. */
const CLOSED_IPV4: readonly (readonly [address: number, prefixBits: number])[] = [
  [ipv4('0.0.0.0'), 8],
  [ipv4('10.0.0.0'), 8],
  [ipv4('100.64.0.0'), 10],
  [ipv4('127.0.0.0'), 8],
  [ipv4('169.254.0.0'), 16],
  [ipv4('172.16.0.0'), 12],
  [ipv4('192.0.0.0'), 24],
  [ipv4('192.0.2.0'), 24],
  [ipv4('192.88.99.0'), 24],
  [ipv4('192.168.0.0'), 16],
  [ipv4('198.18.0.0'), 15],
  [ipv4('198.51.100.0'), 24],
  [ipv4('203.0.113.0'), 24],
  [ipv4('224.0.0.0'), 3],
];

/** Names that by agreement never leave a machine or a network, whatever stands before them. */
const CLOSED_SUFFIXES = ['localhost', 'localdomain', 'local', 'internal', 'intranet', 'private', 'corp', 'home', 'lan', 'home.arpa', 'in-addr.arpa', 'ip6.arpa', 'test', 'invalid', 'onion'];

/** Public names that answer with whatever address is written in them, so with a private one too. */
const SUFFIXES_THAT_SPELL_ADDRESSES = ['nip.io', 'sslip.io', 'xip.io', 'localtest.me', 'lvh.me', 'vcap.me', 'lacolhost.com', 'localho.st', 'traefik.me'];

const REFUSED_SUFFIXES = [...CLOSED_SUFFIXES, ...SUFFIXES_THAT_SPELL_ADDRESSES];
const DOTTED_IPV4 = /^\d{1,3}(\.\d{1,3}){3}$/;

/**
 * Whether a host name leads to the public internet, as far as its spelling tells.
 * It expects the spelling of the URL parser, which has already turned decimal, octal, hexadecimal and
 * full-width addresses into dotted ones and put IPv6 into brackets.
 */
export function hostIsPublic(hostname: string): boolean {
  if (hostname.startsWith('[')) return ipv6IsPublic(hostname.slice(1, -1));
  const name = withoutTrailingDot(hostname);
  return DOTTED_IPV4.test(name) ? ipv4IsPublic(ipv4(name)) : nameIsPublic(name);
}

/** Whether an address that a name was resolved to leads to the public internet; one that is bound to an interface never does. */
export function addressIsPublic(address: string): boolean {
  if (DOTTED_IPV4.test(address)) return ipv4IsPublic(ipv4(address));
  const spelling = `http://[${address}]`;
  return URL.canParse(spelling) && hostIsPublic(new URL(spelling).hostname);
}

/** A name with a dot at its end means the same host as without. */
export function withoutTrailingDot(hostname: string): string {
  return hostname.endsWith('.') ? hostname.slice(0, -1) : hostname;
}

function nameIsPublic(name: string): boolean {
  const labels = name.split('.');
  const wellFormed = labels.length > 1 && name.length <= 253 && labels.every((label) => /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/.test(label));
  return wellFormed && !REFUSED_SUFFIXES.some((suffix) => name === suffix || name.endsWith(`.${suffix}`));
}

function ipv4(dotted: string): number {
  return dotted.split('.').reduce((address, part) => address * 256 + Number(part), 0);
}

function ipv4IsPublic(address: number): boolean {
  return !CLOSED_IPV4.some(([first, prefixBits]) => Math.floor(address / 2 ** (32 - prefixBits)) === Math.floor(first / 2 ** (32 - prefixBits)));
}

/**
 * Only 2000::/3 is handed out to the public. Within it protocol assignments with Teredo (2001::/23), documentation
 * (2001:db8::/32, 3fff::/20) and 6to4 (2002::/16) are closed, the last because it carries an IPv4 address inside.
 */
function ipv6IsPublic(address: string): boolean {
  const [first = 0, second = 0] = ipv6Groups(address);
  const isGlobal = first >= 0x2000 && first <= 0x3fff;
  const isAssignment = first === 0x2001 && second < 0x0200;
  const isDocumentation = (first === 0x2001 && second === 0x0db8) || (first === 0x3fff && second < 0x1000);
  return isGlobal && !isAssignment && !isDocumentation && first !== 0x2002;
}

function ipv6Groups(address: string): number[] {
  const [head = '', tail] = address.split('::');
  const groupsOf = (part: string) => (part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16)));
  if (tail === undefined) return groupsOf(head);
  const before = groupsOf(head);
  const after = groupsOf(tail);
  return [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after];
}

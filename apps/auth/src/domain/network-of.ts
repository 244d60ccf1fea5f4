import { isIPv4, isIPv6 } from 'node:net';

/**
 * What failures are counted by: an IPv4 address, or the /64 of an IPv6 address, because a single household
 * or server is given at least that many addresses and could use a new one for every guess.
 */
export function networkOf(clientAddress: string): string | undefined {
  if (isIPv4(clientAddress)) return clientAddress;
  if (!isIPv6(clientAddress)) return undefined;
  const address = new URL(`http://[${clientAddress.split('%')[0]}]`).hostname.slice(1, -1);
  const mapped = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(address);
  if (mapped) return [mapped[1]!, mapped[2]!].flatMap((half) => [parseInt(half, 16) >> 8, parseInt(half, 16) & 255]).join('.');
  return `${groupsOf(address).slice(0, 4).join(':')}::/64`;
}

/** The eight groups of an address in its canonical spelling. */
function groupsOf(address: string): string[] {
  const [head = '', tail] = address.split('::');
  const left = head === '' ? [] : head.split(':');
  if (tail === undefined) return left;
  const right = tail === '' ? [] : tail.split(':');
  return [...left, ...Array<string>(8 - left.length - right.length).fill('0'), ...right];
}

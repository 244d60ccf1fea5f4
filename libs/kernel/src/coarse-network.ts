import { isIPv4, isIPv6 } from 'node:net';

/**
 * The network an address belongs to, so coarse that it says no more of a person than in which part of a provider they
 * are: the first three numbers of an IPv4 address, the first three groups of an IPv6 one. Undefined where it is none.
 */
export function coarseNetworkOf(address: string): string | undefined {
  if (isIPv4(address)) return `${address.split('.').slice(0, 3).join('.')}.0/24`;
  if (!isIPv6(address)) return undefined;
  const canonical = new URL(`http://[${address.split('%')[0]}]`).hostname.slice(1, -1);
  const mapped = /^::ffff:([0-9a-f]{1,4}):/.exec(canonical);
  if (mapped) return coarseNetworkOf(ipv4Of(canonical));
  const [head = '', tail] = canonical.split('::');
  const groups = head === '' ? [] : head.split(':');
  const first = [...groups, ...(tail === undefined ? [] : ['0', '0', '0'])].slice(0, 3);
  return `${first.join(':')}::/48`;
}

/** An IPv4 address in the clothes of an IPv6 one, `::ffff:0a00:0001`. */
function ipv4Of(canonical: string): string {
  const halves = canonical.split(':').slice(-2).map((half) => parseInt(half, 16));
  return halves.flatMap((half) => [half >> 8, half & 255]).join('.');
}

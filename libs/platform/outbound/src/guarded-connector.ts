import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { type LookupFunction, isIP } from 'node:net';
import { addressIsPublic } from '@bookable/kernel';
import { buildConnector } from 'undici';
import { OutboundFault } from './outbound-fault';

/** Finds the addresses of a name. */
export type Resolve = (hostname: string) => Promise<readonly LookupAddress[]>;

/** As every other program on this machine resolves names. */
export const resolveBySystem: Resolve = (hostname) => lookup(hostname, { all: true });

/**
 * Opens connections to public addresses only. What the name resolves to is judged, and that very answer is what the
 * connection is opened to: a name server that answers differently the second time is not asked a second time.
 * A name with one private address among public ones is refused as a whole.
 */
export function guardedConnector(allowedHosts: ReadonlySet<string>, resolve: Resolve, timeoutMs: number): buildConnector.connector {
  const trusting = buildConnector({ timeout: timeoutMs });
  const guarded = buildConnector({ timeout: timeoutMs, lookup: guardedLookup(resolve) });
  return (options, callback) => {
    const { hostname, port, protocol } = options;
    const number = port || (protocol === 'https:' ? '443' : '80');
    if (allowedHosts.has(`${hostname}:${number}`)) return trusting(options, callback);
    // An address that is written out is never looked up, so it is judged here.
    if (isIP(hostname) !== 0 && !addressIsPublic(hostname)) return callback(new OutboundFault('private'), null);
    return guarded(options, callback);
  };
}

function guardedLookup(resolve: Resolve): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname).then(
      (addresses) => {
        const [first] = addresses;
        if (!first) return callback(new OutboundFault('unresolved'), '');
        if (!addresses.every(({ address }) => addressIsPublic(address))) return callback(new OutboundFault('private'), '');
        return options.all ? callback(null, [...addresses]) : callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, ''),
    );
  };
}

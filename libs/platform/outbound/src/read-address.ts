import { hostIsPublic } from '@bookable/kernel';
import { OutboundFault } from './outbound-fault';

/** What may be gone to beside the public web. */
export interface AddressRules {
  /** `host:port` of servers that are let through wherever they are: said by whoever runs the installation, never by its users. */
  readonly allowedHosts: ReadonlySet<string>;
  readonly ports: ReadonlySet<number>;
}

const LONGEST_ADDRESS = 2_048;
const DEFAULT_PORTS: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443 };

/** Reads an address that we are asked to fetch, or throws why we do not; whether its name leads inside shows once it is resolved. */
export function readAddress(text: string, rules: AddressRules, from?: string): URL {
  if (text.length > LONGEST_ADDRESS || hasControlCharacters(text) || !URL.canParse(text, from)) throw new OutboundFault('address');
  const url = new URL(text, from);
  const port = portOf(url);
  if (port === undefined || url.username !== '' || url.password !== '') throw new OutboundFault('address');
  if (rules.allowedHosts.has(`${url.hostname}:${port}`)) return url;
  if (!rules.ports.has(port)) throw new OutboundFault('address');
  if (!hostIsPublic(url.hostname)) throw new OutboundFault('private');
  return url;
}

/** The port an address leads to; undefined where it is none of the web. */
function portOf({ protocol, port }: URL): number | undefined {
  const usual = DEFAULT_PORTS[protocol];
  return port === '' ? usual : usual && Number(port);
}

/** The parser of addresses forgives line breaks; other readers of the same text may not. */
function hasControlCharacters(text: string): boolean {
  return [...text].some((character) => character < ' ' || character === '\u007f');
}

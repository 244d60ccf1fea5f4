/** Why something could not be fetched from outside. */
export type OutboundFaultWord =
  /** What was given is no address of the web, or one we do not go to: another scheme, another port, a password in it. */
  | 'address'
  /** It leads to this machine or into a private network, by its spelling or by what its name resolves to. */
  | 'private'
  /** Nobody knows such a host. */
  | 'unresolved'
  /** Nobody answers there, or the line broke. */
  | 'unreachable'
  | 'too-slow'
  | 'too-large'
  | 'too-many-redirects'
  /** What came is no HTTP, or is packed in a way that cannot be unpacked. */
  | 'unreadable';

/** A fetch that came to nothing, in one word. It never carries the address: that may be a secret of somebody's. */
export class OutboundFault extends Error {
  constructor(readonly word: OutboundFaultWord) {
    super(`Could not be fetched: ${word}.`);
  }
}

const UNRESOLVED = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_NODATA', 'EAI_NONAME']);

/** Says in one word what the network or the library threw. */
export function outboundFaultOf(error: unknown): OutboundFault {
  if (error instanceof OutboundFault) return error;
  const { name = '', code = '', cause } = error as { readonly name?: string; readonly code?: string; readonly cause?: unknown };
  if (cause instanceof OutboundFault) return cause;
  if (name === 'TimeoutError' || name === 'AbortError' || code.endsWith('_TIMEOUT') || code === 'ETIMEDOUT') return new OutboundFault('too-slow');
  if (UNRESOLVED.has(code)) return new OutboundFault('unresolved');
  if (name === 'HTTPParserError' || code.startsWith('HPE_') || code.startsWith('Z_') || code.startsWith('ERR__ERROR_') || code === 'UND_ERR_HEADERS_OVERFLOW') return new OutboundFault('unreadable');
  return new OutboundFault('unreachable');
}

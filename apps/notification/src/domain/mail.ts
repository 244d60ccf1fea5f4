/** One mail to one person, ready to be sent. */
export interface Mail {
  /** The id of the delivery: the same at every try, so that whoever receives a mail twice can tell. */
  readonly id: string;
  readonly to: { readonly address: string; readonly name: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Where its reader declines mails like it; there is no such place for what concerns the safety of an account. */
  readonly unsubscribeUrl?: string;
}

/** The headers by which a mail program offers to decline mails like this one in one click (RFC 8058). */
export function unsubscribeHeaders({ unsubscribeUrl }: Pick<Mail, 'unsubscribeUrl'>): Readonly<Record<string, string>> {
  return unsubscribeUrl === undefined ? {} : { 'List-Unsubscribe': `<${unsubscribeUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}

/** How a try to send ended. Nothing here is an exception: a provider that fails is an ordinary day. */
export type SendOutcome =
  | { readonly kind: 'sent'; readonly providerId?: string }
  /** Trying again is of no use: the address or the message itself is refused. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** Nobody was to be reached, so nobody tried. */
  | { readonly kind: 'skipped'; readonly reason: string }
  /** Its reader does not want to be written to at this hour. */
  | { readonly kind: 'quiet'; readonly pauseMs: number }
  /** It may work later; `provider` where no other mail would have gone either. */
  | { readonly kind: 'later'; readonly reason: string; readonly fault: 'provider' | 'message'; readonly retryAfterMs?: number };

const LONGEST_LINE = 200;
const LONGEST_ADDRESS = 254;

/** Puts text into one line: whatever breaks lines, hides or turns the direction of what is read is taken out. */
export function asSingleLine(text: string): string {
  const plain = text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '');
  const line = plain.replace(/\s+/g, ' ').trim();
  return line.length <= LONGEST_LINE ? line : `${[...line.slice(0, LONGEST_LINE - 1)].filter((part) => part.isWellFormed()).join('')}…`;
}

/** Whether mail can be addressed so without a header or a second recipient being smuggled in. */
export function addressIsUsable(address: string): boolean {
  return address.length <= LONGEST_ADDRESS && /^[^\s@<>()[\]\\,;:"\p{Cc}]+@[^\s@<>()[\]\\,;:"\p{Cc}]+\.[^\s@<>()[\]\\,;:"\p{Cc}]+$/u.test(address);
}

/** Whether an address is one that by definition reaches nobody (RFC 2606), as accounts have that came from elsewhere. */
export function addressReachesNobody(address: string): boolean {
  return /[@.]invalid$/i.test(address);
}

/** What a provider tells of a mail, as far as it is of use; anything may be missing or be something else. */
export type ToldMailEvent = Readonly<Record<string, unknown>>;

/** What makes an address one that is not mailed any more. */
export interface AddressVerdict {
  readonly kind: 'bounced' | 'complained';
  readonly reason: string;
}

const LONGEST_REASON = 300;
const TOLERANCE_MS = 10 * 60_000;
/** Why SendGrid did not even try; its other reasons are about the message. */
const DROPPED_FOR_ITS_ADDRESS: ReadonlyMap<unknown, AddressVerdict['kind']> = new Map([
  ['Bounced Address', 'bounced'],
  ['Invalid', 'bounced'],
  ['Spam Reporting Address', 'complained'],
]);

/** What an event says of the address; nothing where it may work the next time, as a server that blocks us may. */
export function verdictOf({ event, type, reason }: ToldMailEvent): AddressVerdict | undefined {
  const said = typeof reason === 'string' ? reason.slice(0, LONGEST_REASON).toWellFormed() : '';
  if (event === 'spamreport') return { kind: 'complained', reason: said || 'its reader called a mail spam' };
  if (event === 'bounce' && type !== 'blocked') return { kind: 'bounced', reason: said || 'a mail came back' };
  const kind = event === 'dropped' ? DROPPED_FOR_ITS_ADDRESS.get(reason) : undefined;
  return kind && { kind, reason: said };
}

/** Whether a moment that a sender tells, in seconds, is near enough to now for its words not to be somebody's record of them. */
export function isOfNow(timestamp: string, nowMs: number): boolean {
  return /^\d{1,12}$/.test(timestamp) && Math.abs(nowMs - Number(timestamp) * 1_000) <= TOLERANCE_MS;
}

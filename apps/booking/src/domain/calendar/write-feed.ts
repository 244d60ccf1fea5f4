/** An entry of a feed: time that is taken, and nothing of who has taken it. */
export interface FeedEntry {
  readonly uid: string;
  /** Grows with each change of the entry. */
  readonly sequence: number;
  /** When it was last changed. */
  readonly stampedAt: Date;
  readonly status: 'CONFIRMED' | 'TENTATIVE';
  readonly summary: string;
  /** Two days, or two instants with a `T` in them; the end is excluded. */
  readonly from: string;
  readonly to: string;
}

const PRODUCT = '-//Bookable//Bookable//EN';
const LINE_OCTETS_AT_MOST = 75;

/** Writes entries as a calendar (RFC 5545). The same entries in the same order are the same bytes. */
export function writeFeed(name: string, entries: readonly FeedEntry[]): string {
  const lines = [
    'BEGIN:VCALENDAR', 'VERSION:2.0', `PRODID:${PRODUCT}`, 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH', `X-WR-CALNAME:${escaped(name)}`,
    ...entries.flatMap(linesOf),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function linesOf({ uid, sequence, stampedAt, status, summary, from, to }: FeedEntry): string[] {
  return [
    'BEGIN:VEVENT', `UID:${escaped(uid)}`, `DTSTAMP:${instantText(stampedAt)}`, `SEQUENCE:${sequence}`, timeLine('DTSTART', from), timeLine('DTEND', to),
    `SUMMARY:${escaped(summary)}`, `STATUS:${status}`, 'TRANSP:OPAQUE', 'END:VEVENT',
  ];
}

function timeLine(name: string, moment: string): string {
  return moment.includes('T') ? `${name}:${instantText(new Date(moment))}` : `${name};VALUE=DATE:${moment.replaceAll('-', '')}`;
}

function instantText(instant: Date): string {
  return `${instant.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n').replace(/\p{Cc}/gu, '');
}

/** Breaks a line where it would be longer than readers need to take, counted in octets and never within a character. */
function folded(line: string): string {
  let text = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > LINE_OCTETS_AT_MOST) {
      text += '\r\n ';
      octets = 1;
    }
    text += character;
    octets += size;
  }
  return text;
}

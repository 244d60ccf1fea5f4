import { TextDecoder } from 'node:util';
import { OutboundFetcher } from '@bookable/platform-outbound';
import { Injectable } from '@nestjs/common';

/** What is known of a calendar from the last time it came, to ask whether it has changed since. */
export interface KnownForm {
  readonly url: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** What another platform answers: its calendar, that it is as it was, or a status that means neither. */
export type CalendarAnswer =
  | { readonly kind: 'calendar'; readonly text: string; readonly etag: string | null; readonly lastModified: string | null }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'status'; readonly status: number };

const LARGEST_CALENDAR_BYTES = 5 * 1024 * 1024;
const LONGEST_VALIDATOR = 1_000;

/** Fetches calendars of other platforms; throws `OutboundFault` where there is nothing to fetch. */
@Injectable()
export class CalendarFetcher {
  constructor(private readonly outbound: OutboundFetcher) {}

  /** Throws `OutboundFault` where an address is not fetched, as far as its spelling tells. */
  check(url: string): void {
    this.outbound.check(url);
  }

  async fetch({ url, etag, lastModified }: KnownForm, timeoutMs: number): Promise<CalendarAnswer> {
    const headers = {
      accept: 'text/calendar, */*;q=0.1',
      'user-agent': 'Bookable (calendar reader)',
      ...(etag !== null && { 'if-none-match': etag }),
      ...(lastModified !== null && { 'if-modified-since': lastModified }),
    };
    const answer = await this.outbound.get(url, { headers, maxBytes: LARGEST_CALENDAR_BYTES, timeoutMs });
    if (answer.status === 304 && (etag !== null || lastModified !== null)) return { kind: 'unchanged' };
    if (answer.status !== 200) return { kind: 'status', status: answer.status };
    const text = decoderFor(answer.headers['content-type']).decode(answer.body);
    return { kind: 'calendar', text, etag: validator(answer.headers.etag), lastModified: validator(answer.headers['last-modified']) };
  }
}

/** Calendars are UTF-8 unless they say otherwise; what is no text in it hurts nobody, because no text is kept. */
function decoderFor(contentType = ''): TextDecoder {
  const [, charset = 'utf-8'] = /charset="?([\w-]+)/i.exec(contentType) ?? [];
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}

function validator(header: string | undefined): string | null {
  return header !== undefined && header.length <= LONGEST_VALIDATOR ? header : null;
}

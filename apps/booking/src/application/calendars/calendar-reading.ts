import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { OutboundFault } from '@bookable/platform-outbound';
import { Clock } from '@bookable/platform-runtime';
import { CalendarFetcher } from '../../clients/calendar-fetcher';
import { BookingConfig } from '../../config';
import { CalendarRefusal } from '../../domain/calendar/calendar-refusal';
import { readCalendar } from '../../domain/calendar/read-calendar';
import { HORIZON_DAYS } from '../../domain/stay-rules';
import type { Calendar } from '../../persistence/calendar.store';
import { feedDomain } from './feed-domain';
import { KeepReading } from './keep-reading';
import type { Reading } from './reading';

const DAY_MS = 86_400_000;
/** Repetitions are followed as far as anything is sold, so a calendar that never changes has to be read in full now and then. */
const UNCHANGED_FOR_AT_MOST_MS = DAY_MS;

/** Reads a leased calendar: first from the other platform, which may take its time, then into the claims, in one transaction. */
@Injectable()
export class CalendarReading {
  constructor(
    private readonly fetcher: CalendarFetcher,
    private readonly keepReading: KeepReading,
    private readonly config: BookingConfig,
    private readonly clock: Clock,
  ) {}

  async execute(calendar: Calendar, timeZone: string, timeoutMs: number): Promise<void> {
    await this.keepReading.execute(calendar, await this.read(calendar, timeZone, timeoutMs), this.clock.now());
  }

  private async read(calendar: Calendar, timeZone: string, timeoutMs: number): Promise<Reading> {
    try {
      const answer = await this.fetcher.fetch(this.knownForm(calendar), timeoutMs);
      if (answer.kind === 'unchanged') return answer;
      if (answer.kind === 'status') return failed('status', String(answer.status));
      const nowMs = this.clock.now().getTime();
      const window = { timeZone, fromMs: nowMs - DAY_MS, toMs: nowMs + (HORIZON_DAYS + 1) * DAY_MS };
      const spans = await inTurns(readCalendar(answer.text, window, feedDomain(this.config.publicUrl, calendar.resourceId)));
      return { kind: 'received', spans, etag: answer.etag, lastModified: answer.lastModified };
    } catch (error) {
      if (error instanceof OutboundFault) return failed(error.word);
      if (error instanceof CalendarRefusal) return failed(error.word, error.detail);
      throw error;
    }
  }

  private knownForm({ url, etag, lastModified, receivedAt }: Calendar) {
    const isRecent = receivedAt !== null && this.clock.now().getTime() - receivedAt.getTime() < UNCHANGED_FOR_AT_MOST_MS;
    return isRecent ? { url, etag, lastModified } : { url, etag: null, lastModified: null };
  }
}

function failed(reason: string, detail?: string): Reading {
  return { kind: 'failed', fault: { reason, detail } };
}

/** Runs something long step by step, with everybody else's turn in between. */
async function inTurns<Result>(steps: Generator<void, Result>): Promise<Result> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    await setImmediate();
  }
}

import { addDays } from '@bookable/kernel';
import * as fc from 'fast-check';
import icalGenerator from 'ical-generator';
import nodeIcal from 'node-ical';
import { convertIcsCalendar } from 'ts-ics';
import { readSpans } from '../../../test/calendar-text';
import { type FeedEntry, writeFeed } from './write-feed';

const entry = (differences: Partial<FeedEntry> = {}): FeedEntry => ({
  uid: '1@listing.bookable.example', sequence: 0, stampedAt: new Date('2026-11-21T10:11:12.345Z'), status: 'CONFIRMED', summary: 'Booked', from: '2027-03-01', to: '2027-03-04', ...differences,
});
const ownWay = (text: string) => readSpans(text, { ownDomain: 'nobody.example' });

interface Moment {
  readonly from: string;
  readonly to: string;
}

/** A day as the parser gives it: midnight of this machine. */
const localDay = (date: Date) => `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;

/** What node-ical reads in a feed. */
function byNodeIcal(text: string): Moment[] {
  return Object.values(nodeIcal.sync.parseICS(text)).flatMap((event) => {
    if (event?.type !== 'VEVENT' || !event.end) return [];
    const moment = (date: Date) => (event.datetype === 'date' ? localDay(date) : date.toISOString());
    return { from: moment(event.start!), to: moment(event.end) };
  });
}

/** What ts-ics reads in a feed. */
function byTsIcs(text: string): Moment[] {
  return (convertIcsCalendar(undefined, text).events ?? []).map(({ start, end }) => {
    const moment = ({ date, type }: { date: Date; type?: string }) => (type === 'DATE' ? date.toISOString().slice(0, 10) : date.toISOString());
    return { from: moment(start), to: moment(end!) };
  });
}

const sorted = (moments: readonly Moment[]) => moments.map(({ from, to }) => `${from}/${to}`).sort();

describe('our own feed', () => {
  it('is the calendar that RFC 5545 asks for', () => {
    expect(writeFeed('Flat; "north", \\quiet\nsunny', [entry(), entry({ uid: '2@listing', sequence: 3, status: 'TENTATIVE', summary: 'Held', from: '2027-03-01T10:00:00.000Z', to: '2027-03-01T11:30:00.000Z' })]).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Bookable//Bookable//EN', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH', 'X-WR-CALNAME:Flat\\; "north"\\, \\\\quiet\\nsunny',
      'BEGIN:VEVENT', 'UID:1@listing.bookable.example', 'DTSTAMP:20261121T101112Z', 'SEQUENCE:0', 'DTSTART;VALUE=DATE:20270301', 'DTEND;VALUE=DATE:20270304', 'SUMMARY:Booked', 'STATUS:CONFIRMED', 'TRANSP:OPAQUE', 'END:VEVENT',
      'BEGIN:VEVENT', 'UID:2@listing', 'DTSTAMP:20261121T101112Z', 'SEQUENCE:3', 'DTSTART:20270301T100000Z', 'DTEND:20270301T113000Z', 'SUMMARY:Held', 'STATUS:TENTATIVE', 'TRANSP:OPAQUE', 'END:VEVENT',
      'END:VCALENDAR', '',
    ]);
  });

  it('says what another writer of calendars says of the same', () => {
    const calendar = icalGenerator({ name: 'Flat', prodId: '-//Bookable//Bookable//EN' });
    calendar.createEvent({ id: '1@listing.bookable.example', allDay: true, start: new Date(2027, 2, 1), end: new Date(2027, 2, 4), summary: 'Booked', stamp: new Date('2026-11-21T10:11:12Z') });
    calendar.createEvent({ id: '2@listing.bookable.example', start: new Date('2027-03-10T10:00:00Z'), end: new Date('2027-03-10T11:00:00Z'), summary: 'Held', stamp: new Date('2026-11-21T10:11:12Z') });
    const ours = writeFeed('Flat', [entry(), entry({ uid: '2@listing.bookable.example', from: '2027-03-10T10:00:00Z', to: '2027-03-10T11:00:00Z' })]);
    const timesIn = (text: string) => text.split('\r\n').filter((line) => /^(UID|DTSTART|DTEND|DTSTAMP)/.test(line));
    expect(timesIn(ours)).toEqual(timesIn(calendar.toString()));
  });

  it('never has a line of more than 75 octets, and never breaks one within a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (title) => {
        const text = writeFeed(title, [entry({ summary: title })]);
        for (const line of text.split('\r\n')) expect([Buffer.byteLength(line) <= 75, line.isWellFormed()]).toEqual([true, title.isWellFormed()]);
        expect(text.endsWith('\r\n')).toBe(true);
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      }),
      { numRuns: 500 },
    );
  });

  it('gives nobody a line of their own: a title cannot end the calendar', () => {
    for (const title of ['x\r\nEND:VCALENDAR\r\n', 'x\nBEGIN:VEVENT\nDTSTART:20270101\nEND:VEVENT', 'x\u2028BEGIN:VEVENT', 'x\u0000\u0007', '\r']) {
      expect([title, ownWay(writeFeed(title, [entry({ summary: title })])).length]).toEqual([title, 1]);
    }
  });

  it('is read by three parsers that know nothing of each other, to the same day and second', () => {
    // The days on which some zone changes its clocks, leap days, and whatever else comes.
    const days = ['2026-03-29', '2026-10-25', '2027-03-14', '2027-11-07', '2028-02-28', '2028-02-29', '2026-12-31', '2027-04-04'];
    const day = fc.oneof(fc.constantFrom(...days), fc.integer({ min: 1, max: 1_000 }).map((count) => addDays('2026-01-01', count)));
    const byDay = fc.tuple(day, fc.integer({ min: 1, max: 60 })).map(([from, count]) => ({ from, to: addDays(from, count) }));
    const bySecond = fc.tuple(day, fc.nat(86_399), fc.integer({ min: 1, max: 400_000 })).map(([from, second, length]) => {
      const fromMs = Date.parse(`${from}T00:00:00Z`) + second * 1_000;
      return { from: new Date(fromMs).toISOString(), to: new Date(fromMs + length * 1_000).toISOString() };
    });
    fc.assert(
      fc.property(fc.array(fc.oneof(byDay, bySecond), { maxLength: 12 }), fc.constantFrom('Europe/Berlin', 'Asia/Kolkata', 'America/St_Johns', 'Australia/Lord_Howe'), (times, timeZone) => {
        const text = writeFeed('Flat', times.map((time, index) => entry({ uid: `${index}@listing.bookable.example`, ...time })));
        const written = sorted(times);
        expect(sorted(byNodeIcal(text))).toEqual(written);
        expect(sorted(byTsIcs(text))).toEqual(written);
        expect(readSpans(text, { ownDomain: 'nobody.example', timeZone }).map(({ from, to }) => `${from}/${to}`)).toEqual([...new Set(written)]);
      }),
      { numRuns: 300 },
    );
  });

  it('is the same bytes for the same entries', () => {
    expect(writeFeed('Flat', [entry(), entry({ uid: '2' })])).toBe(writeFeed('Flat', [entry(), entry({ uid: '2' })]));
  });
});

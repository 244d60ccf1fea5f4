import { addDays, instantAt } from '@bookable/kernel';
import * as fc from 'fast-check';
import { calendarText, eventLines, readSpans } from '../../../test/calendar-text';
import { CalendarRefusal } from './calendar-refusal';

const spans = (...lines: string[]) => readSpans(calendarText(...eventLines(...lines))).map(({ from, to }) => `${from}/${to}`);
const starts = (...lines: string[]) => spans(...lines).map((span) => span.split('/')[0]);
const refusal = (text: string): string => {
  try {
    return `read: ${readSpans(text).length}`;
  } catch (error) {
    if (error instanceof CalendarRefusal) return error.word;
    throw error;
  }
};

describe('a calendar of a booking site', () => {
  it('is read as Airbnb writes it: ends before beginnings, no stamps, private lines folded', () => {
    const text = [
      'BEGIN:VCALENDAR', 'PRODID;X-RICAL-TZSOURCE=TZINFO:-//Airbnb Inc//Hosting Calendar 0.8.8//EN', 'CALSCALE:GREGORIAN', 'VERSION:2.0',
      'BEGIN:VEVENT', 'DTEND;VALUE=DATE:20270812', 'DTSTART;VALUE=DATE:20270802', 'UID:1418fb94e984-0@airbnb.com', 'DESCRIPTION:Reservation URL: https://www.airbnb.com/hosting/reservations/',
      ' details/HMXXXXXXXX\\nPhone Number (Last 4 Digits): 0000', 'SUMMARY:Reserved', 'END:VEVENT',
      'BEGIN:VEVENT', 'DTEND;VALUE=DATE:20280704', 'DTSTART;VALUE=DATE:20260703', 'UID:6fec1092d3fa-0@airbnb.com', 'SUMMARY:Airbnb (Not available)', 'END:VEVENT', 'END:VCALENDAR',
    ].join('\r\n');
    expect(readSpans(text)).toEqual([{ from: '2026-07-03', to: '2028-07-04' }, { from: '2027-08-02', to: '2027-08-12' }]);
  });

  it('is read as Booking.com writes it, with line ends of any kind', () => {
    const lines = eventLines('DTSTART;VALUE=DATE:20270426', 'DTEND;VALUE=DATE:20270429', 'UID:0@booking.com', 'SUMMARY:CLOSED - Not available');
    for (const end of ['\r\n', '\n']) expect(readSpans(calendarText(...lines).replaceAll('\r\n', end))).toEqual([{ from: '2027-04-26', to: '2027-04-29' }]);
  });

  it('says nothing but when: names, numbers and words stay where they are', () => {
    const read = readSpans(calendarText(...eventLines('DTSTART;VALUE=DATE:20270426', 'SUMMARY:Anna Karenina +7 495 1234567', 'DESCRIPTION:secret', 'ATTENDEE:mailto:anna@example.com')));
    expect(JSON.stringify(read)).toBe('[{"from":"2027-04-26","to":"2027-04-27"}]');
  });
});

describe('an event', () => {
  it.each([
    ['of days', ['DTSTART;VALUE=DATE:20270301', 'DTEND;VALUE=DATE:20270304'], ['2027-03-01/2027-03-04']],
    ['of one day', ['DTSTART;VALUE=DATE:20270301'], ['2027-03-01/2027-03-02']],
    ['that ends on the day it begins', ['DTSTART;VALUE=DATE:20270301', 'DTEND;VALUE=DATE:20270301'], ['2027-03-01/2027-03-02']],
    ['of days that does not say so', ['DTSTART:20270301', 'DTEND:20270303'], ['2027-03-01/2027-03-03']],
    ['of two weeks', ['DTSTART;VALUE=DATE:20270301', 'DURATION:P2W'], ['2027-03-01/2027-03-15']],
    ['over a leap day', ['DTSTART;VALUE=DATE:20280228', 'DTEND;VALUE=DATE:20280301'], ['2028-02-28/2028-03-01']],
    ['in UTC', ['DTSTART:20270301T100000Z', 'DTEND:20270301T113000Z'], ['2027-03-01T10:00:00.000Z/2027-03-01T11:30:00.000Z']],
    ['in a zone', ['DTSTART;TZID=America/New_York:20270301T100000', 'DTEND;TZID=America/New_York:20270301T113000'], ['2027-03-01T15:00:00.000Z/2027-03-01T16:30:00.000Z']],
    ['in a zone of half an hour', ['DTSTART;TZID=Asia/Kolkata:20270301T100000', 'DURATION:PT1H'], ['2027-03-01T04:30:00.000Z/2027-03-01T05:30:00.000Z']],
    ['in a zone whose summer is half an hour', ['DTSTART;TZID=Australia/Lord_Howe:20270701T100000', 'DURATION:PT1H'], ['2027-06-30T23:30:00.000Z/2027-07-01T00:30:00.000Z']],
    ['in a zone of its library', ['DTSTART;TZID="/freeassociation.sourceforge.net/Europe/Moscow":20270301T100000', 'DURATION:PT1H'], ['2027-03-01T07:00:00.000Z/2027-03-01T08:00:00.000Z']],
    ['in a zone of Outlook', ['DTSTART;TZID=W. Europe Standard Time:20270701T100000', 'DURATION:PT1H'], ['2027-07-01T08:00:00.000Z/2027-07-01T09:00:00.000Z']],
    ['of no zone, where the listing is', ['DTSTART:20270301T100000', 'DTEND:20270301T110000'], ['2027-03-01T09:00:00.000Z/2027-03-01T10:00:00.000Z']],
    ['from one zone to another', ['DTSTART;TZID=Europe/Berlin:20270301T100000', 'DTEND;TZID=Europe/London:20270301T100000'], ['2027-03-01T09:00:00.000Z/2027-03-01T10:00:00.000Z']],
    ['in the hour that spring leaves out', ['DTSTART;TZID=Europe/Berlin:20270328T023000', 'DURATION:PT30M'], ['2027-03-28T01:30:00.000Z/2027-03-28T02:00:00.000Z']],
    ['in the hour that autumn has twice', ['DTSTART;TZID=Europe/Berlin:20271031T023000', 'DURATION:PT30M'], ['2027-10-31T00:30:00.000Z/2027-10-31T01:00:00.000Z']],
    ['of a day by the calendar, of 23 hours', ['DTSTART;TZID=Europe/Berlin:20270327T120000', 'DURATION:P1D'], ['2027-03-27T11:00:00.000Z/2027-03-28T10:00:00.000Z']],
    ['that takes no time', ['DTSTART:20270301T100000Z'], []],
    ['that ends before it begins', ['DTSTART:20270301T100000Z', 'DTEND:20270301T090000Z'], []],
    ['that is transparent', ['DTSTART;VALUE=DATE:20270301', 'TRANSP:TRANSPARENT'], []],
    ['that is cancelled', ['DTSTART;VALUE=DATE:20270301', 'STATUS:CANCELLED'], []],
    ['that is tentative', ['DTSTART;VALUE=DATE:20270301', 'STATUS:TENTATIVE'], ['2027-03-01/2027-03-02']],
    ['without a beginning', ['SUMMARY:Some day'], []],
    ['long ago', ['DTSTART;VALUE=DATE:20200301'], []],
  ])('%s', (_what, lines, expected) => expect(spans(...lines)).toEqual(expected));

  it('counts once in its newest form, and careless ids cost no time', () => {
    const form = (sequence: number, day: string) => eventLines('UID:1', `SEQUENCE:${sequence}`, `DTSTART;VALUE=DATE:${day}`);
    expect(readSpans(calendarText(...form(1, '20270301'), ...form(2, '20270401'), ...form(0, '20270501')))).toEqual([{ from: '2027-04-01', to: '2027-04-02' }]);
    expect(readSpans(calendarText(...form(1, '20270301'), ...form(1, '20270401')))).toHaveLength(2);
  });

  it('of our own feed takes no time, of another listing of ours it does', () => {
    const of = (domain: string) => readSpans(calendarText(...eventLines(`UID:1@${domain}`, 'DTSTART;VALUE=DATE:20270301')));
    expect([of('listing.bookable.example'), of('other.bookable.example').length]).toEqual([[], 1]);
  });

  it('is read from VFREEBUSY too, but for what that says to be free', () => {
    const text = calendarText('BEGIN:VFREEBUSY', 'FREEBUSY:20270301T100000Z/PT1H,20270302T100000Z/20270302T120000Z', 'FREEBUSY;FBTYPE=FREE:20270303T100000Z/PT1H', 'END:VFREEBUSY');
    expect(readSpans(text).map(({ from }) => from)).toEqual(['2027-03-01T10:00:00.000Z', '2027-03-02T10:00:00.000Z']);
  });

  it('may be in a zone that only the calendar knows', () => {
    const zone = [
      'BEGIN:VTIMEZONE', 'TZID:Makebelieve', 'BEGIN:STANDARD', 'DTSTART:19700101T000000', 'TZOFFSETFROM:+0330', 'TZOFFSETTO:+0330', 'END:STANDARD',
      'BEGIN:DAYLIGHT', 'DTSTART:20200601T000000', 'RRULE:FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=1', 'TZOFFSETFROM:+0330', 'TZOFFSETTO:+0430', 'END:DAYLIGHT',
      'BEGIN:STANDARD', 'DTSTART:20200901T000000', 'RRULE:FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=1', 'TZOFFSETFROM:+0430', 'TZOFFSETTO:+0330', 'END:STANDARD', 'END:VTIMEZONE',
    ];
    const at = (time: string) => eventLines(`DTSTART;TZID=Makebelieve:${time}`, 'DURATION:PT1H');
    expect(readSpans(calendarText(...zone, ...at('20270101T120000'), ...at('20270701T120000'))).map(({ from }) => from)).toEqual(['2027-01-01T08:30:00.000Z', '2027-07-01T07:30:00.000Z']);
  });
});

describe('what repeats', () => {
  it('stays at nine o’clock when the clocks are changed, both ways', () => {
    expect(starts('DTSTART;TZID=Europe/Berlin:20270327T090000', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=3')).toEqual(['2027-03-27T08:00:00.000Z', '2027-03-28T07:00:00.000Z', '2027-03-29T07:00:00.000Z']);
    expect(starts('DTSTART;TZID=Europe/Berlin:20271030T090000', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=3')).toEqual(['2027-10-30T07:00:00.000Z', '2027-10-31T08:00:00.000Z', '2027-11-01T08:00:00.000Z']);
  });

  it('lasts exactly as long each time where its end is given', () => {
    expect(spans('DTSTART;TZID=Europe/Berlin:20270320T220000', 'DTEND;TZID=Europe/Berlin:20270321T060000', 'RRULE:FREQ=WEEKLY;COUNT=2')[1]).toBe('2027-03-27T21:00:00.000Z/2027-03-28T05:00:00.000Z');
  });

  it('on a 29 February comes in leap years', () => {
    expect(starts('DTSTART;VALUE=DATE:20240229', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29')).toEqual(['2028-02-29']);
  });

  it('ends with its last date, the last one included, whatever zone that is written in', () => {
    const until = (end: string) => starts('DTSTART;TZID=America/New_York:20270301T200000', 'DURATION:PT1H', `RRULE:FREQ=DAILY;UNTIL=${end}`).length;
    expect([until('20270303T010000Z'), until('20270303T005959Z'), until('20270302T200000'), until('20270302')]).toEqual([2, 1, 2, 2]);
  });

  it('leaves out what is excepted, by time, by UTC or by day', () => {
    const without = (exception: string) => starts('DTSTART;TZID=Europe/Berlin:20270301T090000', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=3', exception).map((start) => start?.slice(8, 10));
    for (const exception of ['EXDATE;TZID=Europe/Berlin:20270302T090000', 'EXDATE:20270302T080000Z', 'EXDATE;VALUE=DATE:20270302', 'EXDATE:20270302', 'EXDATE;TZID=Europe/London:20270302T080000']) {
      expect([exception, without(exception)]).toEqual([exception, ['01', '03']]);
    }
  });

  it('has single dates moved, called off and added', () => {
    const series = eventLines('UID:1', 'DTSTART;TZID=Europe/Berlin:20270301T090000', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=4', 'RDATE;VALUE=PERIOD:20270310T080000Z/PT2H', 'RDATE;TZID=Europe/Berlin:20270311T090000');
    const moved = eventLines('UID:1', 'RECURRENCE-ID:20270302T080000Z', 'DTSTART:20270302T180000Z', 'DURATION:PT1H');
    const calledOff = eventLines('UID:1', 'RECURRENCE-ID;TZID=Europe/Berlin:20270303T090000', 'DTSTART:20270303T080000Z', 'DURATION:PT1H', 'STATUS:CANCELLED');
    expect(readSpans(calendarText(...series, ...moved, ...calledOff)).map(({ from, to }) => `${from.slice(8, 13)}-${to.slice(11, 13)}`)).toEqual(['01T08-09', '02T18-19', '04T08-09', '10T08-10', '11T08-09']);
  });

  it('is, every day at any time in any zone, where a naive reader would put it', () => {
    const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'America/St_Johns', 'Pacific/Chatham', 'Africa/Casablanca', 'America/Santiago', 'Asia/Kathmandu', 'UTC'];
    const two = (value: number) => String(value).padStart(2, '0');
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 1_000 }), fc.nat(23), fc.nat(59), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 40 }), (zone, dayCount, hour, minute, interval, count) => {
        const first = addDays('2026-01-02', dayCount);
        const expected = Array.from({ length: count }, (_, index) => instantAt(addDays(first, index * interval), `${two(hour)}:${two(minute)}`, zone)).filter((ms) => ms < Date.parse('2029-01-01T00:00:00Z'));
        const read = starts(`DTSTART;TZID=${zone}:${first.replaceAll('-', '')}T${two(hour)}${two(minute)}00`, 'DURATION:PT10M', `RRULE:FREQ=DAILY;INTERVAL=${interval};COUNT=${count}`);
        expect(read).toEqual(expected.map((ms) => new Date(ms).toISOString()));
      }),
      { numRuns: 300 },
    );
  });
});

describe('what cannot be read in full is refused, and says why', () => {
  const rule = (text: string, start = 'DTSTART:20270101T100000Z') => calendarText(...eventLines(start, 'DURATION:PT1H', `RRULE:${text}`));
  const event = (...lines: string[]) => calendarText(...eventLines('DURATION:PT1H', ...lines));
  const many = (count: number, line: string) => Array.from<string>({ length: count }).fill(line);
  const zoneOf = (changes: string) => ['BEGIN:VTIMEZONE', 'TZID:Busy', 'BEGIN:STANDARD', 'DTSTART:19700101T000000', 'TZOFFSETFROM:+0000', 'TZOFFSETTO:+0100', changes, 'END:STANDARD', 'END:VTIMEZONE'];

  it.each<[string, () => string, string]>([
    ['nothing', () => '', 'not-a-calendar'],
    ['a web page', () => '<!DOCTYPE html><title>Sign in</title>', 'not-a-calendar'],
    ['JSON', () => '{"error":"gone"}', 'not-a-calendar'],
    ['another character set', () => Buffer.from(calendarText(), 'utf16le').toString('utf8'), 'not-a-calendar'],
    ['bytes', () => '\u0000\u0001\ufffd\ufffd', 'not-a-calendar'],
    ['an address book', () => 'BEGIN:VCARD\r\nEND:VCARD\r\n', 'not-a-calendar'],
    ['no end', () => calendarText(...eventLines('DTSTART:20270101T100000Z')).replace('END:VCALENDAR', ''), 'broken'],
    ['no end of an event', () => event('DTSTART:20270101T100000Z').replace('END:VEVENT', ''), 'broken'],
    ['half a line', () => event('DTSTART:20270101T100000Z', 'SUMMARY'), 'broken'],
    ['a day that is none', () => event('DTSTART:next year'), 'broken'],
    ['an hour that is none', () => event('DTSTART;TZID=Europe/Berlin:20270228T1o0000'), 'broken'],
    ['a 30 February', () => event('DTSTART;TZID=Europe/Berlin:20270230T100000'), 'broken'],
    ['a 29 February of no leap year', () => event('DTSTART;VALUE=DATE:20270229'), 'broken'],
    ['a zone nobody knows', () => event('DTSTART;TZID=Middle/Earth:20270101T100000'), 'unknown-time-zone'],
    ['a zone of a billion changes', () => calendarText(...zoneOf('RRULE:FREQ=SECONDLY'), ...eventLines('DTSTART;TZID=Busy:20270101T100000', 'DURATION:PT1H')), 'unknown-time-zone'],
    ['a zone of many changes a year', () => calendarText(...zoneOf('RRULE:FREQ=YEARLY;BYHOUR=1,2;BYMINUTE=1,2'), ...eventLines('DTSTART;TZID=Busy:20270101T100000', 'DURATION:PT1H')), 'unknown-time-zone'],
    ['this and all that follow', () => event('DTSTART:20270101T100000Z', 'RECURRENCE-ID;RANGE=THISANDFUTURE:20270101T100000Z'), 'not-understood'],
    ['a rule for exceptions', () => event('DTSTART:20270101T100000Z', 'EXRULE:FREQ=DAILY'), 'not-understood'],
    ['every second', () => rule('FREQ=SECONDLY'), 'too-many-repetitions'],
    ['a billion times', () => rule('FREQ=MINUTELY;COUNT=1000000000'), 'too-many-repetitions'],
    ['every second since 1970', () => rule('FREQ=SECONDLY', 'DTSTART:19700101T000000Z'), 'too-many-repetitions'],
    ['every 30 February, by the day', () => rule('FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30'), 'too-many-repetitions'],
    ['every 31 February, by the hour', () => rule('FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=31'), 'too-many-repetitions'],
    ['every fifth Monday that never comes', () => rule('FREQ=MONTHLY;INTERVAL=4800;BYDAY=5MO', 'DTSTART:20000201T100000Z'), 'too-many-repetitions'],
    ['every seventh day that is a Monday, from a Friday', () => rule('FREQ=DAILY;INTERVAL=7;BYDAY=MO'), 'too-many-repetitions'],
    ['steps of nothing', () => rule('FREQ=DAILY;INTERVAL=0'), 'read: 731'],
    ['more than there are events', () => calendarText(...many(5_001, eventLines('DTSTART:20270101T100000Z').join('\r\n'))), 'too-many-events'],
    ['parts within parts', () => calendarText(...many(25_000, 'BEGIN:X-PART'), ...many(25_000, 'END:X-PART')), 'too-many-events'],
    ['a million exceptions in a line', () => event('DTSTART:20270101T100000Z', 'RRULE:FREQ=DAILY', `EXDATE:${many(250_000, '20270102T100000Z').join(',')}`), 'too-many-repetitions'],
    ['a million exceptions in as many lines', () => event('DTSTART:20270101T100000Z', 'RRULE:FREQ=DAILY', ...many(200, many(1_000, 'EXDATE:20270102T100000Z').join('\r\n'))), 'too-many-repetitions'],
    ['a thousand endless series', () => calendarText(...Array.from({ length: 1_000 }, (_, index) => eventLines(`UID:${index}`, 'DTSTART:20200101T100000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY')).flat()), 'too-many-repetitions'],
  ])('%s', (_what, text, word) => expect(refusal(text())).toBe(word));

  it('one line of five million characters is read all the same', () => {
    expect(refusal(event('DTSTART:20270101T100000Z', `DESCRIPTION:${'x'.repeat(5_000_000)}`))).toBe('read: 1');
  });

  it('whatever is torn off, doubled or changed in a calendar, it is read or refused and nothing else', () => {
    const whole = calendarText(...eventLines('DTSTART;TZID=Europe/Berlin:20270301T090000', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY;BYDAY=MO,WE;COUNT=9', 'EXDATE;VALUE=DATE:20270308', 'RDATE;VALUE=PERIOD:20270310T080000Z/PT2H'));
    const letters = fc.string({ unit: fc.constantFrom(...'0123456789:;=,TZ-+"\\\r\n ABMOWEFRQ\u0000é'), maxLength: 6 });
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(12), letters, (at, cut, put) => {
        expect(refusal(whole.slice(0, at) + put + whole.slice(at + cut))).toMatch(/^(read: \d+|not-a-calendar|broken|unknown-time-zone|not-understood|too-many-repetitions)$/);
      }),
      { numRuns: 2_000 },
    );
  });
});

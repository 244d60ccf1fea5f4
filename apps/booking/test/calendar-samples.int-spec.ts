import { existsSync, readFileSync } from 'node:fs';
import { dataFile, filesIn } from '@bookable/platform-testing';
import { CalendarRefusal } from '../src/domain/calendar/calendar-refusal';
import { calendarText, eventLines, readSpans } from './calendar-text';

/** Why the others are not read: times that are none, and zones in words that nobody can look up. */
const REFUSED: Readonly<Record<string, string>> = {
  'Office-2012-owa.ics': 'unknown-time-zone', 'bad_custom_ms_tz.ics': 'unknown-time-zone', 'bad_custom_ms_tz2.ics': 'unknown-time-zone', 'germany_at_end_of_day_repeating.ics': 'unknown-time-zone',
  'music-school-weekly-until.ics': 'unknown-time-zone', 'test_with_tz_list.ics': 'unknown-time-zone', 'windows-quoted-tz-rrule.ics': 'unknown-time-zone',
  'large-file-with-late-error.ics': 'broken', 'ms_timezones.ics': 'broken', 'multi-event-basic.ics': 'broken',
};
/** How many stretches between 1990 and 2030 some of them say to be taken, counted by hand or by their own expectations. */
const TAKEN: Readonly<Record<string, number>> = {
  'minimal.ics': 1, 'only_dtstart_time.ics': 0, 'recur_instances_finite.ics': 5, 'google_birthday.ics': 3, 'test_daily_recurring.ics': 30, 'duplicate-uid-sequence.ics': 2, 'duplicate-rrule-sequence.ics': 5,
  'non-utc-until.ics': 53, 'non-utc-until-ny.ics': 15, 'vfreebusy-zimbra.ics': 29, 'test_date_duration.ics': 1, 'meetup-timed-tz.ics': 1, 'yearly-recurring-unicode.ics': 18, 'utf8-french-calendar.ics': 0,
};

/** These files are not ours to ship; where they are absent, two of our own stand for them. */
const archives = ['icaljs_samples', 'node_ical_fixtures'].map((name) => dataFile(`ical/${name}.tar.gz`)).filter((path) => existsSync(path));
const found = archives.flatMap(filesIn).filter(({ name }) => name.endsWith('.ics')).map(({ name, bytes }) => ({ name: name.split('/').at(-1)!, text: bytes.toString('utf8') }));
const ours = [
  { name: 'minimal.ics', text: calendarText(...eventLines('DTSTART:20120630T060000Z', 'DTEND:20120630T070000Z')) },
  { name: 'test_with_tz_list.ics', text: calendarText(...eventLines('DTSTART;TZID="Amsterdam, Belgrade, Berlin":20240415T190000', 'DURATION:PT1H')) },
];
const samples = found.length > 0 ? found : ours;

describe('calendars as programs of all kinds write them', () => {
  it.each(samples)('$name is read, or refused with the reason', ({ name, text }) => {
    let outcome: string | number;
    try {
      outcome = readSpans(text, { from: '1990-01-01', to: '2030-01-01' }).length;
    } catch (error) {
      if (!(error instanceof CalendarRefusal)) throw error;
      outcome = error.word;
    }
    expect(outcome).toEqual(REFUSED[name] ?? TAKEN[name] ?? expect.any(Number));
  });

  it('of booking sites are read in the shapes that were seen', () => {
    const notes = dataFile('ical/ota_feed_shapes.md');
    const text = existsSync(notes) ? readFileSync(notes, 'utf8') : calendarText(...eventLines('DTEND;VALUE=DATE:20300812', 'DTSTART;VALUE=DATE:20300802'));
    const shapes = text.match(/BEGIN:VCALENDAR[^]*?END:VCALENDAR/g) ?? [];
    expect(shapes.length).toBeGreaterThan(0);
    for (const shape of shapes) expect(readSpans(shape, { to: '2031-01-01' }).length).toBeGreaterThan(0);
  });
});

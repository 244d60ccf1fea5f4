import { aResource, aWorkspace } from '../../../test/builders';
import { busyPeriod } from './busy-span';
import { type FeedClaim, feedEntries } from './feed-entries';

const DOMAIN = 'listing.bookable.example';
const claim = (resource: Parameters<typeof busyPeriod>[0], from: string, to: string, differences: Partial<FeedClaim> = {}): FeedClaim => ({
  id: `${from}-claim`, kind: 'booking', quantity: 1, isCertain: true, sequence: 0, stampedAtMs: 0, ...busyPeriod(resource, { from, to })!, ...differences,
});
const told = (...[resource, claims]: [Parameters<typeof feedEntries>[0], FeedClaim[]]) => feedEntries(resource, claims, DOMAIN).map(({ from, to }) => [from, to]);

describe('what a feed tells', () => {
  it('are the nights of each claim, also where its instants reach beyond them', () => {
    const flat = aResource();
    expect(told(flat, [claim(flat, '2027-03-01', '2027-03-04')])).toEqual([['2027-03-01', '2027-03-04']]);
    const early = claim(flat, '2027-03-10', '2027-03-12', { fromMs: Date.parse('2027-03-10T05:00:00Z') });
    expect(told(flat, [early])).toEqual([['2027-03-09', '2027-03-12']]);
    expect(told(flat, [claim(flat, '2027-03-27', '2027-03-29'), claim(flat, '2028-02-28', '2028-03-01')])).toEqual([['2027-03-27', '2027-03-29'], ['2028-02-28', '2028-03-01']]);
  });

  it('leaves out what takes no night, such as cleaning between two of them', () => {
    const flat = aResource();
    expect(told(flat, [claim(flat, '2027-03-04', '2027-03-05', { kind: 'cleaning', fromMs: Date.parse('2027-03-04T11:00:00Z'), toMs: Date.parse('2027-03-04T13:00:00Z') })])).toEqual([]);
  });

  it('says of what sort it is, whether it stands, and nothing of whose', () => {
    const flat = aResource();
    const kinds = ['booking', 'hold', 'offer', 'block', 'buffer'].map((kind, index) => claim(flat, `2027-03-0${index + 1}`, `2027-03-0${index + 2}`, { kind, isCertain: kind !== 'hold' }));
    expect(feedEntries(flat, kinds, DOMAIN).map(({ summary, status }) => `${summary}, ${status}`)).toEqual([
      'Booked, CONFIRMED', 'Held, TENTATIVE', 'Held, CONFIRMED', 'Not available, CONFIRMED', 'Not available, CONFIRMED',
    ]);
  });

  it('keeps the id of a claim while it stands, and counts its changes', () => {
    const flat = aResource();
    const [before] = feedEntries(flat, [claim(flat, '2027-03-01', '2027-03-04')], DOMAIN);
    const [after] = feedEntries(flat, [{ ...claim(flat, '2027-03-02', '2027-03-04', { sequence: 1 }), id: '2027-03-01-claim' }], DOMAIN);
    expect([after!.uid, after!.sequence > before!.sequence]).toEqual([before!.uid, true]);
  });

  it('is, of many places, only when none of them is left', () => {
    const desk = aWorkspace({ capacity: 3, timeZone: 'UTC' });
    const [a, b] = [claim(desk, '2027-03-01T10:00:00Z', '2027-03-01T12:00:00Z', { quantity: 2 }), claim(desk, '2027-03-01T11:00:00Z', '2027-03-01T13:00:00Z')];
    expect([told(desk, [a]), told(desk, [a, b])]).toEqual([[], [['2027-03-01T11:00:00.000Z', '2027-03-01T12:00:00.000Z']]]);
    const rooms = aResource({ capacity: 2 });
    const nights = [claim(rooms, '2027-03-01', '2027-03-05'), claim(rooms, '2027-03-02', '2027-03-03'), claim(rooms, '2027-03-03', '2027-03-04')];
    expect(told(rooms, nights)).toEqual([['2027-03-02', '2027-03-04']]);
  });
});

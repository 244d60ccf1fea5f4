import { assert, array, constantFrom, property } from 'fast-check';
import { serviceOf, topicMatches } from './topic';

const segment = constantFrom('booking', 'listing', 'changed');
const topics = array(segment, { minLength: 1, maxLength: 5 });
const patterns = array(constantFrom('booking', 'listing', 'changed', '*', '#'), { minLength: 1, maxLength: 5 });

/** The same question asked of a regular expression. */
function asRegExp(pattern: readonly string[]): RegExp {
  return new RegExp(`^${pattern.map((part) => (part === '#' ? '(\\.[^.]+)*' : part === '*' ? '\\.[^.]+' : `\\.${part}`)).join('')}$`);
}

describe('a topic', () => {
  it('names the service that answers in its first segment', () => {
    expect(serviceOf('hotel-management.create-hotel')).toBe('hotel-management');
    expect(serviceOf('lonely')).toBe('lonely');
  });

  it.each([
    ['booking.booking.*', 'booking.booking.confirmed', true],
    ['booking.*', 'booking.booking.confirmed', false],
    ['booking.#', 'booking', true],
    ['#', 'anything.at.all', true],
    ['#.confirmed', 'booking.booking.confirmed', true],
    ['*.*', 'booking', false],
  ])('is taken by %s where it is %s: %s', (pattern, topic, isTaken) => {
    expect(topicMatches(pattern, topic)).toBe(isTaken);
  });

  it('is taken by a pattern exactly where the same regular expression takes it', () => {
    assert(property(patterns, topics, (pattern, topic) => topicMatches(pattern.join('.'), topic.join('.')) === asRegExp(pattern).test(`.${topic.join('.')}`)));
  });
});

import { blindUntil, reviewsAreShown } from './blind-period';
import type { Subject } from './review-subject';

const completedAt = new Date('2028-02-20T10:00:00Z');
const sameDay = new Date('2028-02-20T12:00:00Z');
const at = (iso: string) => new Date(iso);

describe('the blind period', () => {
  it.each<[Subject[], boolean]>([
    [[], false],
    [['listing'], false],
    [['listing', 'host'], false],
    [['guest'], false],
    [['listing', 'guest'], true],
    [['host', 'guest'], true],
    [['event', 'host'], false],
    [['event', 'guest'], true],
    [['listing', 'host', 'guest'], true],
  ])('on the first day, with %j written, shows the reviews: %s', (written, shown) => {
    expect(reviewsAreShown(written, completedAt, sameDay)).toBe(shown);
  });

  it('ends fourteen days after completion, over a leap day, to the millisecond', () => {
    expect(blindUntil(completedAt)).toEqual(at('2028-03-05T10:00:00Z'));
    expect(reviewsAreShown(['listing'], completedAt, at('2028-03-05T09:59:59.999Z'))).toBe(false);
    expect(reviewsAreShown(['listing'], completedAt, at('2028-03-05T10:00:00Z'))).toBe(true);
  });
});

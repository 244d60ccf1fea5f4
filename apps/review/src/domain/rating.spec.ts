import fc from 'fast-check';
import { averageOf, bayesianAverageOf, countOf, histogramOf } from './rating';

const stars = fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 200 });

function histogramOfAll(reviews: readonly number[]): number[] {
  return reviews.map((star) => histogramOf(star, 1)).reduce((sum, one) => sum.map((n, i) => n + one[i]!), [0, 0, 0, 0, 0]);
}

describe('a rating', () => {
  it('has no average while nobody has reviewed', () => {
    expect(averageOf([0, 0, 0, 0, 0])).toBeNull();
  });

  it('is the mean of its stars, rounded to two places', () => {
    fc.assert(
      fc.property(stars.filter((all) => all.length > 0), (all) => {
        const mean = all.reduce((sum, star) => sum + star, 0) / all.length;
        expect(averageOf(histogramOfAll(all))).toBeCloseTo(mean, 1);
        expect(Math.abs(averageOf(histogramOfAll(all))! - mean)).toBeLessThanOrEqual(0.005 + 1e-9);
        expect(countOf(histogramOfAll(all))).toBe(all.length);
      }),
    );
  });

  it('keeps an imported average to the hundredth until somebody reviews here', () => {
    expect(averageOf([0, 0, 0, 0, 0], { average: 4.81, count: 306 })).toBe(4.81);
  });

  it('weighs imported reviews by their number', () => {
    expect(averageOf([1, 0, 0, 0, 0], { average: 5, count: 3 })).toBe(4);
  });

  it('believes many more than few: its Bayesian average lies between what is taken for granted and the mean, and comes ever closer to it', () => {
    expect(bayesianAverageOf([0, 0, 0, 0, 0])).toBeNull();
    expect([bayesianAverageOf([0, 0, 0, 0, 1]), bayesianAverageOf([0, 0, 0, 0, 1_000])]).toEqual([3.75, 4.99]);
    expect(bayesianAverageOf([0, 0, 0, 0, 0], { average: 4.81, count: 306 })).toBe(4.79);
    fc.assert(
      fc.property(stars.filter((all) => all.length > 0), (all) => {
        const histogram = histogramOfAll(all);
        const [plain, shown] = [averageOf(histogram)!, bayesianAverageOf(histogram)!];
        expect(shown).toBeGreaterThanOrEqual(Math.min(3.5, plain) - 0.01);
        expect(shown).toBeLessThanOrEqual(Math.max(3.5, plain) + 0.01);
        const twice = bayesianAverageOf(histogram.map((n) => n * 2))!;
        expect(Math.abs(twice - plain)).toBeLessThanOrEqual(Math.abs(shown - plain) + 0.011);
      }),
    );
  });

  it('returns to where it was when a review is taken back', () => {
    fc.assert(
      fc.property(stars, fc.integer({ min: 1, max: 5 }), (all, star) => {
        const before = histogramOfAll(all);
        const after = histogramOfAll([...all, star]).map((n, i) => n + histogramOf(star, -1)[i]!);
        expect(after).toEqual(before);
      }),
    );
  });
});

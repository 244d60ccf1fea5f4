import { type FoundSuggestion, rankSuggestions } from './rank-suggestions';

const found = (type: FoundSuggestion['type'], text: string, count: number | null, isWhole = false): FoundSuggestion => ({ type, code: text, text, count, isWhole });
const texts = (all: readonly FoundSuggestion[], limit = 10) => rankSuggestions(all, limit).map(({ text }) => text);

describe('suggestions', () => {
  it('begin with places, then with what more listings have', () => {
    expect(texts([found('word', 'mosaic', 90), found('city', 'Mostar', 2), found('listing', 'Mosque view', null), found('city', 'Moscow', 30)])).toEqual([
      'Moscow', 'Mostar', 'mosaic', 'Mosque view',
    ]);
  });

  it('put what was typed in full before what only begins so', () => {
    expect(texts([found('city', 'Loftus', 30), found('word', 'loft', 2, true)])).toEqual(['loft', 'Loftus']);
  });

  it('are said once, however many of their words begin so', () => {
    expect(texts([found('city', 'New Newtown', 3), found('city', 'New Newtown', 3, true)])).toEqual(['New Newtown']);
  });

  it('leave half of the places to others, where there are others', () => {
    const cities = ['A', 'B', 'C', 'D'].map((name, place) => found('city', name, 9 - place));
    expect(texts([...cities, found('word', 'x', 1)], 4)).toEqual(['A', 'B', 'x', 'C']);
    expect(texts(cities, 4)).toEqual(['A', 'B', 'C', 'D']);
  });
});

import { onOtherKeyboard } from './keyboard-layout';

describe('the other keyboard', () => {
  it.each([
    ['ghbdtn', 'привет'],
    ['Vjcrdf', 'москва'],
    ['дщтвщт', 'london'],
    ['ДЩАЕ', 'loft'],
    [',thkby', 'берлин'],
    ['gbnth 24', 'питер 24'],
    ['', ''],
    ['東京', '東京'],
  ])('makes %j of what it wrote: %j', (typed, meant) => expect(onOtherKeyboard(typed)).toBe(meant));

  it('undoes itself', () => {
    for (const word of ['квартира', 'ёлка', 'объезд']) expect(onOtherKeyboard(onOtherKeyboard(word))).toBe(word);
  });
});

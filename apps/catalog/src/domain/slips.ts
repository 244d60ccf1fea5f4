const LONG_WORD = 8;

/** How many slips of the pen are forgiven in a word of so many letters. */
export function slipsForgiven(letters: number): number {
  return letters < LONG_WORD ? 1 : 2;
}

/**
 * How many letters to add, drop, change or swap with their neighbour until what was typed is a beginning of the term:
 * the least distance to any of its beginnings.
 */
export function slipsInBeginning(typed: string, term: string): number {
  const [asked, there] = [[...typed], [...term]];
  let before: number[] = [];
  let above = there.reduce<number[]>((line) => [...line, line.length], [0]);
  for (let i = 1; i <= asked.length; i += 1) {
    const line = [i];
    for (let j = 1; j <= there.length; j += 1) {
      const changed = above[j - 1]! + (asked[i - 1] === there[j - 1] ? 0 : 1);
      const isSwap = i > 1 && j > 1 && asked[i - 1] === there[j - 2] && asked[i - 2] === there[j - 1];
      line.push(Math.min(line[j - 1]! + 1, above[j]! + 1, changed, isSwap ? before[j - 2]! + 1 : Infinity));
    }
    [before, above] = [above, line];
  }
  return Math.min(...above);
}

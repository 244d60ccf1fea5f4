import * as fc from 'fast-check';
import { Admission, FEWEST_INSIDE, SLOW_MS, roomAfter } from './admission';

const MOST = 1_024;

/** A house that answers so many a second, one after the other, and what becomes of those who ask it at a steady rate. */
class House {
  readonly admission = new Admission(MOST);
  readonly waitsMs: number[] = [];
  private readonly inside: number[] = [];
  private freeFromMs = 0;

  constructor(private readonly answersPerSecond: number) {}

  /** Answers how many of a second's requests were refused. */
  second(number: number, asked: number): number {
    let refused = 0;
    for (let index = 0; index < asked; index += 1) {
      const nowMs = number * 1_000 + (index * 1_000) / asked;
      this.answerUntil(nowMs);
      if (!this.admission.enter()) refused += 1;
      else this.inside.push(nowMs);
    }
    this.answerUntil(number * 1_000 + 1_000);
    this.admission.review();
    return refused;
  }

  private answerUntil(nowMs: number): void {
    for (let first = this.inside[0]; first !== undefined; first = this.inside[0]) {
      const answeredMs = Math.max(this.freeFromMs, first) + 1_000 / this.answersPerSecond;
      if (answeredMs > nowMs) return;
      this.freeFromMs = answeredMs;
      this.inside.shift();
      this.waitsMs.push(answeredMs - first);
      this.admission.leave(answeredMs - first);
    }
  }
}

describe('how many may be inside at once', () => {
  it('is as many as ever may be, while nobody is refused and most are answered soon', () => {
    expect(roomAfter({ answered: 900, slow: 450, refused: 0 }, 200, 30, MOST)).toBe(MOST);
    expect(roomAfter({ answered: 0, slow: 0, refused: 0 }, 200, 3, MOST)).toBe(MOST);
  });

  it('is what is answered in good time, once most wait too long', () => {
    expect(roomAfter({ answered: 900, slow: 451, refused: 0 }, MOST, 1_024, MOST)).toBe((900 * SLOW_MS) / 1_000);
  });

  it('is few where nothing is answered any more', () => {
    expect(roomAfter({ answered: 0, slow: 0, refused: 5 }, MOST, 1_024, MOST)).toBe(FEWEST_INSIDE);
  });

  it('grows a little at a time while somebody is refused', () => {
    expect(roomAfter({ answered: 900, slow: 0, refused: 1 }, 200, 200, MOST)).toBe(221);
  });

  it('never leaves its bounds', () => {
    const span = fc.record({ answered: fc.nat(5_000), slow: fc.nat(5_000), refused: fc.nat(5_000) });
    fc.assert(
      fc.property(span, fc.nat(2_000), fc.nat(2_000), fc.integer({ min: 1, max: 2_000 }), (happened, present, inside, most) => {
        const room = roomAfter(happened, Math.min(present, most), inside, most);
        expect(room).toBeLessThanOrEqual(most);
        if (happened.slow * 2 > happened.answered) expect(room).toBeGreaterThanOrEqual(Math.min(FEWEST_INSIDE, most));
      }),
    );
  });
});

describe('a house that is asked five times what it can do', () => {
  const house = new House(400);
  const refused = Array.from({ length: 30 }, (_, second) => house.second(second, 2_000));

  it('answers as many as ever, and refuses the rest', () => {
    expect(house.waitsMs.length).toBeGreaterThan(30 * 400 * 0.98);
    expect(refused.slice(2).every((count) => count > 1_500)).toBe(true);
  });

  it('keeps those whom it lets in from waiting long, once it has seen what is going on', () => {
    expect(Math.max(...house.waitsMs.slice(400 * 5))).toBeLessThan(3 * SLOW_MS);
  });

  it('lets everybody in again as soon as less is asked', () => {
    const later = Array.from({ length: 5 }, (_, second) => house.second(30 + second, 200));
    expect(later.slice(2)).toEqual([0, 0, 0]);
    expect(house.admission.room).toBe(MOST);
  });
});

describe('a house that can do what it is asked', () => {
  it('refuses nobody, and takes in a whole crowd at once', () => {
    const house = new House(2_000);
    expect(Array.from({ length: 10 }, (_, second) => house.second(second, 1_500))).toEqual(Array.from({ length: 10 }, () => 0));
    expect(Array.from({ length: MOST + 1 }, () => house.admission.enter()).filter(Boolean).length).toBeGreaterThan(MOST - 100);
  });
});

/** Chance that can be repeated: the seed is printed, and `JOURNEY_SEED` plays a run again. */
export class SeededChance {
  private state: number;

  private constructor(readonly seed: number) {
    this.state = seed;
  }

  static fromEnvironment(): SeededChance {
    const seed = Number(process.env['JOURNEY_SEED'] ?? Date.now() % 2 ** 31);
    process.stderr.write(`JOURNEY_SEED=${seed}\n`);
    return new SeededChance(seed);
  }

  /** A whole number between two, both included. */
  integer(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  pick<Thing>(things: readonly Thing[]): Thing {
    return things[this.integer(0, things.length - 1)]!;
  }

  /** Mulberry32: small, and even enough to draw dates and listings with. */
  private next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
}

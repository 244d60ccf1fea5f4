/** The promises of the domain that can be read off the databases (domain.md, "What must always be true"). */
export type PromiseNumber = 1 | 2 | 3 | 4 | 6 | 7;

/** Something that must always be true, as a question whose every answer is a violation. */
export interface Invariant {
  readonly promise: PromiseNumber;
  /** What holds, as a sentence. */
  readonly name: string;
  /** What the question reads, with its schema. */
  readonly reads: readonly string[];
  /** True where copies lag behind for a moment by design: asked again until they had time to agree. */
  readonly settles?: boolean;
  /** SQL that returns one row for each violation, with what a person needs to look into it. */
  readonly violations: string;
}

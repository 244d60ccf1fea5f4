import type { MessageClass } from '@bookable/kernel';

/** One rule of one property, as its decorator on the contract's class states it. */
export interface Rule {
  /** What the OpenAPI generator knows the rule by, as in `isInt` or `maxLength`. */
  readonly name: string;
  /** Whether it is held against every item of an array instead of the array itself. */
  readonly each: boolean;
  readonly constraints: readonly unknown[];
  readonly holds: (value: unknown, owner: object) => boolean;
  readonly message: (value: unknown, owner: object) => string;
}

/** How a text from a path or a query becomes the value that the rules expect. */
export type Scalar = 'text' | 'number' | 'boolean' | 'anything';

/** What stands in one property: its rules, and the shape of what is nested in it. */
export interface Property {
  readonly name: string;
  readonly optional: boolean;
  readonly isList: boolean;
  readonly scalar: Scalar;
  readonly rules: readonly Rule[];
  /** Where a predicate is not met, the property is not looked at (`@ValidateIf`). */
  readonly appliesWhen: readonly ((owner: object) => boolean)[];
  readonly rewrites: readonly ((value: unknown, owner: object) => unknown)[];
  /** The shapes allowed here: one, or one for each value of `discriminator`. */
  readonly nested?: Nested;
}

/** What may be nested in a property: one shape, or one of several. */
export interface Nested {
  /** The property that tells the variants apart; it stands beside the nested object, as `kind` beside `details`. */
  readonly discriminator?: string;
  /** Every shape there may be, read on demand, because a class may hold itself. */
  readonly variants: readonly NestedVariant[];
  /** The shape that belongs to one owner. */
  readonly shapeFor: (owner: object) => Shape;
}

export interface NestedVariant {
  readonly value: string;
  readonly shape: () => Shape;
}

/** A message class, read once: what checks a request and what documents it come from the same reading. */
export interface Shape {
  readonly name: string;
  readonly messageClass: MessageClass<object>;
  readonly properties: ReadonlyMap<string, Property>;
}

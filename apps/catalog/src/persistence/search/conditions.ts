/** What must hold of a row, and how an index finds the rows of which it holds, where one does. */
export interface Condition {
  /** As it is asked of one row after the other. */
  readonly sql: string;
  /** Every index that has an order begins with it, so that rows are walked within it. */
  readonly isScope?: boolean;
  /** As an index answers it for all rows at once. */
  readonly lookUp?: string;
  /** As an index answers it for those rows alone that are ranked before all others. */
  readonly lookUpFirst?: string;
  /** Says little, so that an index is asked only where nothing else can be looked up: whole cities lie within a circle. */
  readonly isWide?: boolean;
  /** Holds of few rows, whatever is asked, so that nothing else need be tried. */
  readonly isOfFew?: boolean;
}

/** Gathers what must hold, and the values it speaks of. Text from outside only ever gets in as a parameter. */
export class Conditions {
  private readonly required: Condition[] = [];

  constructor(
    private readonly bound: unknown[] = [],
    private readonly named = new Map<string, string>(),
  ) {}

  /** Conditions of their own, whose values are bound to the same statement. */
  apart(): Conditions {
    return new Conditions(this.bound, this.named);
  }

  /** Keeps a value and answers the placeholder that stands for it. */
  bind(value: unknown): string {
    return `$${this.bound.push(value)}`;
  }

  require(sql: string, how: Omit<Condition, 'sql'> = {}): void {
    this.required.push({ sql, ...how });
  }

  /** A value that several parts of the statement speak of and that is dear to work out: the statement begins with it. */
  workOut(what: string, expression: () => string): string {
    if (!this.named.has(what)) this.named.set(what, expression());
    return `(SELECT value FROM worked_out_${[...this.named.keys()].indexOf(what)})`;
  }

  /** What the statement has to begin with. */
  get workedOut(): string[] {
    return [...this.named.values()].map((expression, index) => `worked_out_${index} AS MATERIALIZED (SELECT ${expression} AS value)`);
  }

  get values(): readonly unknown[] {
    return this.bound;
  }

  /** All, asked row by row. */
  get sql(): string {
    return every(this.required);
  }

  get scope(): string {
    return every(this.required.filter(({ isScope }) => isScope));
  }

  get withinScope(): string {
    return every(this.required.filter(({ isScope }) => !isScope));
  }

  get canBeLookedUp(): boolean {
    return this.required.some(({ lookUp }) => lookUp !== undefined);
  }

  get holdOfFew(): boolean {
    return this.required.some(({ isOfFew }) => isOfFew);
  }

  /** All, of the rows alone that are ranked before all others. */
  get lookedUpFirst(): string {
    return this.lookedUpBy(({ lookUpFirst, lookUp }) => lookUpFirst ?? lookUp);
  }

  /** All, the sharpest of them in the way in which an index answers them. */
  get lookedUp(): string {
    return this.lookedUpBy(({ lookUp }) => lookUp);
  }

  private lookedUpBy(indexed: (condition: Condition) => string | undefined): string {
    const isSharp = ({ lookUp, isWide }: Condition): boolean => lookUp !== undefined && !isWide;
    const isAsked = this.required.some(isSharp) ? isSharp : ({ lookUp }: Condition) => lookUp !== undefined;
    return every(this.required.map((one) => (isAsked(one) ? { sql: indexed(one) ?? one.sql } : one)));
  }
}

const every = (conditions: readonly Condition[]): string => (conditions.length === 0 ? 'true' : conditions.map(({ sql }) => sql).join(' AND '));

/** A value worked out once for the statement: by itself a function would be asked anew for every row. */
export const once = (expression: string): string => `(SELECT ${expression})`;

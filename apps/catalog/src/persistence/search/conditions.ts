/** Gathers what must hold, and the values it speaks of. Text from outside only ever gets in as a parameter. */
export class Conditions {
  private readonly bound: unknown[] = [];
  private readonly required: string[] = [];

  /** Keeps a value and answers the placeholder that stands for it. */
  bind(value: unknown): string {
    return `$${this.bound.push(value)}`;
  }

  require(condition: string): void {
    this.required.push(condition);
  }

  get sql(): string {
    return this.required.length === 0 ? 'true' : this.required.join(' AND ');
  }

  get values(): readonly unknown[] {
    return this.bound;
  }
}

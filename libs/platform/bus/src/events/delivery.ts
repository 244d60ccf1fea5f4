import type { EventEnvelope } from '../event-envelope';

/** A fact at the door of one service. */
export interface Delivery {
  readonly envelope: EventEnvelope;
  /** 1 for the first. */
  readonly attempt: number;
  /** The methods that have not taken it in yet, as `Class.method`; all where absent. */
  readonly missing?: readonly string[];
}

/** What came of telling a service of a fact. */
export interface Telling {
  /** The methods that threw. */
  readonly missing: readonly string[];
  /** What the first of them threw, shortened; empty where none did. */
  readonly fault: string;
  /** Trying again cannot help, because the payload itself is broken. */
  readonly isPoisoned: boolean;
}

const FAULT_CHARACTERS = 1_000;

/** A fault as an operator reads it beside a dead letter. */
export function describeFault(fault: unknown): string {
  const text = fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault);
  return text.slice(0, FAULT_CHARACTERS);
}

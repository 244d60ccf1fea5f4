/** A fact that a service could not take in, and waits for an operator. */
export interface DeadLetter {
  readonly service: string;
  readonly messageId: string;
  readonly topic: string;
  readonly aggregateId: string;
  /** How often it was tried. */
  readonly attempts: number;
  /** What the last try threw, shortened. */
  readonly fault: string;
  /** When it was given up, RFC 3339. */
  readonly diedAt: string;
  /** As it was published, byte for byte, whether or not it can be read. */
  readonly payload: string;
}

/** The operator's door to facts that were given up. Each service has its own. */
export abstract class DeadLetters {
  /** Looks at the oldest ones without taking them away; 100 unless told. */
  abstract list(service: string, limit?: number): Promise<readonly DeadLetter[]>;

  /** Looks at one without taking it away. */
  abstract find(service: string, messageId: string): Promise<DeadLetter | undefined>;

  /** Hands one to its service again, as a first try; false where there is none of that id. */
  abstract replay(service: string, messageId: string): Promise<boolean>;

  /** Hands all that wait now to their service again; answers how many. */
  abstract replayAll(service: string): Promise<number>;

  /** Forgets one for good; false where there is none of that id. */
  abstract drop(service: string, messageId: string): Promise<boolean>;
}

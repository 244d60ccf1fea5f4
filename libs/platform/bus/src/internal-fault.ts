/**
 * The other side failed in a way nobody foresaw. What happened is in its log, under the same request id, and nowhere
 * else: the text of a fault may hold data or SQL. A gateway answers 500 with nothing but the request id.
 */
export class InternalFault extends Error {
  /** Whoever collects faults has it from the side where it happened. */
  readonly isToldElsewhere = true;

  constructor(readonly topic: string) {
    super(`The handler of ${topic} failed.`);
    this.name = 'InternalFault';
  }
}

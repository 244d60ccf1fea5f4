/** Told of what happens to facts on their way out, for metrics and logs. Every method is optional. */
export interface DatabaseObserver {
  /** Facts are safe with the broker; `lagSeconds` is the age of the oldest of them. */
  readonly factsRelayed?: (count: number, lagSeconds: number) => void;
  /** The broker or the database did not take part; the relay tries again after `pauseMs`. */
  readonly relayFailed?: (error: unknown, pauseMs: number) => void;
  /** An entry of the audit log was committed. */
  readonly audited?: (action: string) => void;
  /** An idle connection broke, or old keys could not be purged; nothing is lost. */
  readonly backgroundFault?: (error: unknown) => void;
}

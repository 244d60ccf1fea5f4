/** What is said of a process to whoever runs the place. Injected by this class. */
export class ProcessFacts {
  constructor(
    /** Which release it runs. */
    readonly release: string,
    readonly startedAt: Date,
  ) {}
}

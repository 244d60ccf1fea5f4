/** Runs work of one aggregate in the order it came, and work of different aggregates at once. */
export class AggregateLanes {
  private readonly lanes = new Map<string, Promise<unknown>>();

  /** Resolves or rejects as the work does. */
  run<Result>(aggregateId: string, work: () => Promise<Result>): Promise<Result> {
    const before = this.lanes.get(aggregateId);
    const mine = before ? before.then(work, work) : work();
    this.lanes.set(aggregateId, mine);
    const leave = (): void => {
      if (this.lanes.get(aggregateId) === mine) this.lanes.delete(aggregateId);
    };
    mine.then(leave, leave);
    return mine;
  }

  /** Resolves once nothing runs or waits. */
  async drained(): Promise<void> {
    while (this.lanes.size > 0) await Promise.allSettled(this.lanes.values());
  }
}

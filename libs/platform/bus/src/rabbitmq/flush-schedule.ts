/**
 * Decides when what was collected is sent. With nothing else under way it goes as soon as the running task and all
 * its promises have come to rest; otherwise it waits for the end of the turn of the event loop, and takes along what
 * other sockets bring until then.
 */
export class FlushSchedule {
  private atEnd?: NodeJS.Immediate;
  private isSoon = false;

  constructor(private readonly flush: () => void) {}

  /** Sends at the end of the turn at the latest. */
  atEndOfTurn(): void {
    this.atEnd ??= setImmediate(this.run);
  }

  /** Sends once the running task has come to rest. */
  atEndOfTask(): void {
    if (this.isSoon) return;
    this.isSoon = true;
    // A tick that is asked for by a microtask comes after all microtasks of the task, however deep they are chained.
    queueMicrotask(() => process.nextTick(this.run));
  }

  private readonly run = (): void => {
    if (!this.isSoon && !this.atEnd) return;
    clearImmediate(this.atEnd);
    this.atEnd = undefined;
    this.isSoon = false;
    this.flush();
  };
}

import { Receiver } from './receiver';

interface SentException {
  readonly type: string;
  readonly value: string;
  readonly stacktrace?: { readonly frames?: readonly { readonly filename?: string }[] };
}

/** A fault as Sentry has it. */
export interface CollectedFault {
  readonly level: string;
  readonly release: string;
  readonly environment: string;
  readonly message?: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly extra: Readonly<Record<string, unknown>>;
  readonly exception?: { readonly values: readonly SentException[] };
}

/** Takes in faults at the address of Sentry's envelopes. */
export class FaultCollector extends Receiver {
  readonly faults: CollectedFault[] = [];

  /** Listens on a free port of this machine. */
  static start(): Promise<FaultCollector> {
    return new FaultCollector().listen();
  }

  /** What a process is told as SENTRY_DSN. */
  get dsn(): string {
    return `${this.url.replace('://', '://0123456789abcdef0123456789abcdef@')}/1`;
  }

  /** An envelope has a line for itself and then two for each item: what it is, and the item. */
  protected override read(path: string, body: string): void {
    if (!path.startsWith('/api/1/envelope/')) return;
    const [, ...lines] = body.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as object);
    for (let index = 0; index + 1 < lines.length; index += 2) {
      if ((lines[index] as { readonly type: string }).type === 'event') this.faults.push(lines[index + 1] as CollectedFault);
    }
  }
}

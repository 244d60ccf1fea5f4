import type { HostedService } from './hosted-service';

interface Entry {
  readonly replicas: HostedService[];
  /** Kept after the last replica has left, since facts are still owed to the service. */
  patterns: (topic: string) => boolean;
  turn: number;
}

/** Which services this process hosts, and which copy of a service has its turn. */
export class ServiceDirectory {
  private readonly entries = new Map<string, Entry>();
  private readonly awaited: Set<string>;
  private complete: () => void;
  private readonly completed: Promise<void>;

  /** Facts wait until every expected service is there, or one that starts a little later would miss them. */
  constructor(expected: readonly string[]) {
    this.awaited = new Set(expected);
    this.completed = new Promise((resolve) => (this.complete = resolve));
    if (this.awaited.size === 0) this.complete();
  }

  /** Adds a copy of a service. */
  add(replica: HostedService): void {
    const { service } = replica.handlers;
    const entry = this.entries.get(service) ?? { replicas: [], patterns: () => false, turn: 0 };
    entry.replicas.push(replica);
    entry.patterns = (topic) => replica.handlers.eventHandlersOf(topic, false).length > 0;
    this.entries.set(service, entry);
    this.awaited.delete(service);
    if (this.awaited.size === 0) this.complete();
  }

  /** Takes a copy out; it gets nothing more. */
  remove(replica: HostedService): void {
    const replicas = this.entries.get(replica.handlers.service)?.replicas ?? [];
    const index = replicas.indexOf(replica);
    if (index >= 0) replicas.splice(index, 1);
  }

  /** The copy of a service whose turn it is; undefined where none runs. */
  next(service: string): HostedService | undefined {
    const entry = this.entries.get(service);
    return entry?.replicas[entry.turn++ % Math.max(entry.replicas.length, 1)];
  }

  /** The services to which a fact is owed, running or not. */
  listenersOf(topic: string): readonly string[] {
    return [...this.entries].filter(([, { patterns }]) => patterns(topic)).map(([service]) => service);
  }

  /** Every running copy of every service. */
  replicas(): readonly HostedService[] {
    return [...this.entries.values()].flatMap(({ replicas }) => replicas);
  }

  /** The services that run or have run. */
  services(): readonly string[] {
    return [...this.entries.keys()];
  }

  /** Whether every expected service is there, or was. */
  get isComplete(): boolean {
    return this.awaited.size === 0;
  }

  /** Resolves once every expected service is there. */
  whenComplete(): Promise<void> {
    return this.completed;
  }
}

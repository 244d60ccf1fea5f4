/** Who is connected where, as far as one replica knows. */
export class PresenceBoard {
  private readonly byReplica = new Map<string, { readonly users: Set<string>; heardAtMs: number }>();
  private readonly lastSeenAtMs = new Map<string, number>();

  constructor(private readonly rememberedAtMost = 100_000) {}

  isOnline(userId: string): boolean {
    for (const { users } of this.byReplica.values()) if (users.has(userId)) return true;
    return false;
  }

  /** When somebody was last known to leave; undefined where nobody remembers. */
  lastSeen(userId: string): number | undefined {
    return this.lastSeenAtMs.get(userId);
  }

  /** Takes what one replica says of its users, and answers whose standing has changed by it. */
  heard(replicaId: string, { arrived, left, isWhole }: { arrived: readonly string[]; left: readonly string[]; isWhole: boolean }, atMs: number): string[] {
    const known = this.byReplica.get(replicaId) ?? { users: new Set<string>(), heardAtMs: atMs };
    const gone = isWhole ? [...known.users].filter((userId) => !arrived.includes(userId)) : left;
    const touched = [...new Set([...arrived, ...gone])];
    const before = new Map(touched.map((userId) => [userId, this.isOnline(userId)]));
    for (const userId of gone) known.users.delete(userId);
    for (const userId of arrived) known.users.add(userId);
    known.heardAtMs = atMs;
    this.byReplica.set(replicaId, known);
    return this.changed(before, atMs);
  }

  /** Forgets replicas that have said nothing for too long: they were killed, and their sockets with them. */
  forgetSilent(silentSinceMs: number, exceptReplicaId: string, atMs: number): string[] {
    const silent = [...this.byReplica].filter(([id, { heardAtMs }]) => id !== exceptReplicaId && heardAtMs < silentSinceMs);
    return silent.flatMap(([id, { users }]) => {
      const before = new Map([...users].map((userId) => [userId, true]));
      this.byReplica.delete(id);
      return this.changed(before, atMs);
    });
  }

  private changed(before: ReadonlyMap<string, boolean>, atMs: number): string[] {
    const changed = [...before].filter(([userId, wasOnline]) => wasOnline !== this.isOnline(userId)).map(([userId]) => userId);
    for (const userId of changed) if (!this.isOnline(userId)) this.remember(userId, atMs);
    return changed;
  }

  private remember(userId: string, atMs: number): void {
    this.lastSeenAtMs.delete(userId);
    this.lastSeenAtMs.set(userId, atMs);
    const [oldest] = this.lastSeenAtMs.keys();
    if (this.lastSeenAtMs.size > this.rememberedAtMost && oldest !== undefined) this.lastSeenAtMs.delete(oldest);
  }
}

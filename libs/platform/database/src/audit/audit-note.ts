/** In which capacity somebody acts; `system` where time or the configuration does. */
export type AuditRole = 'admin' | 'owner' | 'staff' | 'self' | 'system' | 'anonymous';

/** What the log is to keep of a privileged or suspicious action. Who asked, and under which request, is taken from the context. */
export interface AuditNote {
  /** A stable word, `service.thing.happened`. */
  readonly action: string;
  readonly as: AuditRole;
  /** What it was done to: the kind of thing and its id, as `review 0192…`. */
  readonly subject?: string;
  /** Whose data it touched, by the ids of their accounts: what a list of affected people is made of. */
  readonly affects?: readonly string[];
  /** The thing whose owner may read this entry too, such as a hotel. */
  readonly scope?: string;
  readonly reason?: string;
  /** What else makes the entry understood; never a secret, a name or an address. */
  readonly facts?: Readonly<Record<string, string | number | boolean | null>>;
  /** When it was decided, where that was told somebody; the moment at which it is written unless given. */
  readonly at?: Date;
  /** How often it happened; once unless told. */
  readonly times?: number;
  /** Who did it, where that is not who asks: null for nobody who is known. */
  readonly actorId?: string | null;
  /** The coarse network it came from, as `networkOf` gives it; only of what is suspicious. */
  readonly network?: string;
}

/** An entry as it was kept. */
export interface AuditEntry {
  readonly id: string;
  readonly at: Date;
  readonly action: string;
  readonly role: AuditRole;
  readonly actorId: string | null;
  readonly network: string | null;
  readonly subject: string | null;
  readonly scope: string | null;
  readonly affected: readonly string[];
  readonly reason: string | null;
  readonly times: number;
  readonly facts: Readonly<Record<string, unknown>> | null;
  readonly requestId: string | null;
}

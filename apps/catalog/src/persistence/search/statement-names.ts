import { createHash } from 'node:crypto';

const USES_UNTIL_HOT = 10;
const MOST_NAMES = 200;
const MOST_WATCHED = 2_000;

/**
 * Gives statements that come again and again a name, so that each connection prepares them once. There are more
 * combinations of parameters than a connection should remember, so a rare one stays nameless.
 */
export class StatementNames {
  private readonly uses = new Map<string, number>();
  private readonly names = new Map<string, string>();

  nameOf(sql: string): string | undefined {
    const known = this.names.get(sql);
    if (known !== undefined || this.names.size >= MOST_NAMES) return known;
    const uses = (this.uses.get(sql) ?? 0) + 1;
    if (uses < USES_UNTIL_HOT) return this.watch(sql, uses);
    this.uses.delete(sql);
    const name = `search-${createHash('sha256').update(sql).digest('base64url').slice(0, 16)}`;
    this.names.set(sql, name);
    return name;
  }

  private watch(sql: string, uses: number): undefined {
    if (this.uses.size >= MOST_WATCHED) this.uses.clear();
    this.uses.set(sql, uses);
    return undefined;
  }
}

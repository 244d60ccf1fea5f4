import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Entry {
  readonly externalId: string;
  readonly id: string;
}

/**
 * What of an import is done already, so that one that was broken off goes on where it stopped.
 * Losing it costs only time: every step of an import may be repeated without a second effect.
 */
export class Journal {
  private readonly entries = new Map<string, string>();

  private constructor(private readonly file: string) {
    if (!existsSync(file)) return;
    for (const line of readFileSync(file, 'utf8').split('\n')) this.read(line);
  }

  /** The journal of one source going into one platform. */
  static open(dataDir: string, source: string, url: string): Journal {
    const folder = join(dataDir, 'import');
    mkdirSync(folder, { recursive: true });
    const name = createHash('sha256').update(`${source}\n${url}`).digest('hex').slice(0, 16);
    return new Journal(join(folder, `${name}.ndjson`));
  }

  find(externalId: string): string | undefined {
    return this.entries.get(externalId);
  }

  done(entry: Entry): void {
    this.entries.set(entry.externalId, entry.id);
    appendFileSync(this.file, `${JSON.stringify(entry)}\n`);
  }

  /** The last line may be half a line, where the process died on it. */
  private read(line: string): void {
    if (!line.endsWith('}')) return;
    const entry = JSON.parse(line) as Entry;
    this.entries.set(entry.externalId, entry.id);
  }
}

import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Entry {
  readonly externalId: string;
  readonly digest: string;
}

interface Header {
  readonly startedOn: string;
}

/**
 * What of an import is done already, so that one that was broken off goes on where it stopped, with the calendars moved
 * to the same days. Losing it costs only time: every step of an import may be repeated without a second effect.
 */
export class Journal {
  private readonly digests = new Map<string, string>();

  private constructor(
    private readonly file: string,
    readonly startedOn: string,
  ) {}

  /** The journal of one source going into one platform; `platformId` differs for another database at the same address. */
  static open(dataDir: string, source: string, platformId: string, today: string): Journal {
    const folder = join(dataDir, 'import');
    mkdirSync(folder, { recursive: true });
    const name = createHash('sha256').update(`${source}\n${platformId}`).digest('hex').slice(0, 16);
    const file = join(folder, `${name}.ndjson`);
    const lines = existsSync(file) ? linesOf(file) : [];
    const header = lines.find((line): line is Header => 'startedOn' in line) ?? { startedOn: today };
    // The process may have died on its last line: writing the whole anew leaves no half of a line behind.
    const entries = lines.filter((line): line is Entry => 'digest' in line);
    writeFileSync(file, [header, ...entries].map((line) => `${JSON.stringify(line)}\n`).join(''));
    const journal = new Journal(file, header.startedOn);
    for (const { externalId, digest } of entries) journal.digests.set(externalId, digest);
    return journal;
  }

  /** Whether just this, and nothing else under the same id, was brought over. */
  isDone({ externalId, digest }: Entry): boolean {
    return this.digests.get(externalId) === digest;
  }

  done(entry: Entry): void {
    this.digests.set(entry.externalId, entry.digest);
    appendFileSync(this.file, `${JSON.stringify(entry)}\n`);
  }
}

function linesOf(file: string): (Entry | Header)[] {
  return readFileSync(file, 'utf8').split('\n').flatMap((line) => {
    try {
      return [JSON.parse(line) as Entry | Header];
    } catch {
      return [];
    }
  });
}

import { appendFile, mkdir, readFile, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '@bookable/kernel';
import type { DeadLetter, EventEnvelope } from '@bookable/platform-bus';

interface KeptLetter {
  readonly letter: DeadLetter;
  readonly envelope: EventEnvelope;
}

/** Which letter, and of which death: what was replayed may die again. */
type LetterName = Pick<DeadLetter, 'service' | 'messageId' | 'diedAt'>;

/** The file is only added to, so that a process may die at any line. */
type Line = KeptLetter | { readonly forgotten: LetterName };

/** Hands a fact to one service again. */
export type DeliverAgain = (service: string, envelope: EventEnvelope) => Promise<void>;

/**
 * Facts that a service could not take in, kept beside the data: the bus of one process forgets them when it ends.
 * They hold personal data, so only our own user may read the file.
 */
export class DeadLetterFile {
  private readonly kept: string;

  constructor(private readonly folder: string) {
    this.kept = join(folder, 'kept.jsonl');
  }

  async keep(letter: DeadLetter, envelope: EventEnvelope): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    await appendFile(this.kept, `${JSON.stringify({ letter, envelope })}\n`, { mode: 0o600 });
  }

  /** Somebody has replayed or dropped it: the next start leaves it in peace. */
  async forget({ service, messageId, diedAt }: DeadLetter): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    await appendFile(this.kept, `${JSON.stringify({ forgotten: { service, messageId, diedAt } })}\n`, { mode: 0o600 });
  }

  /**
   * Tries every kept fact once more; what fails again is kept again. What is being tried lies aside until all of it
   * was, so that a process that dies meanwhile loses none: a fact that comes twice has its effect once.
   */
  async tryAgain(deliver: DeliverAgain): Promise<number> {
    await rename(this.kept, join(this.folder, `${newId()}.retried.jsonl`)).catch(() => undefined);
    const files = (await readdir(this.folder).catch(() => [])).filter((file) => file.endsWith('.retried.jsonl')).sort();
    let tried = 0;
    for (const file of files) {
      const letters = stillKept(parseLines(await readFile(join(this.folder, file), 'utf8')));
      for (const { letter, envelope } of letters) await deliver(letter.service, envelope);
      await rm(join(this.folder, file));
      tried += letters.length;
    }
    return tried;
  }
}

/** A process that was killed while it wrote leaves half a line, which was never said to be kept. */
function parseLines(text: string): Line[] {
  return text.split('\n').flatMap((line) => {
    try {
      return [JSON.parse(line) as Line];
    } catch {
      return [];
    }
  });
}

function stillKept(lines: readonly Line[]): KeptLetter[] {
  const forgotten = new Set(lines.flatMap((line) => ('forgotten' in line ? [nameOf(line.forgotten)] : [])));
  return lines.flatMap((line) => ('letter' in line && !forgotten.has(nameOf(line.letter)) ? [line] : []));
}

function nameOf({ service, messageId, diedAt }: LetterName): string {
  return [service, messageId, diedAt].join(' ');
}

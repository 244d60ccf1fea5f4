import { appendFile, mkdir, readFile, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '@bookable/kernel';
import type { DeadLetter, EventEnvelope } from '@bookable/platform-bus';

interface KeptLetter {
  readonly letter: DeadLetter;
  readonly envelope: EventEnvelope;
}

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

  /**
   * Tries every kept fact once more; what fails again is kept again. What is being tried lies aside until all of it
   * was, so that a process that dies meanwhile loses none: a fact that comes twice has its effect once.
   */
  async tryAgain(deliver: DeliverAgain): Promise<number> {
    await rename(this.kept, join(this.folder, `${newId()}.retried.jsonl`)).catch(() => undefined);
    const files = (await readdir(this.folder).catch(() => [])).filter((file) => file.endsWith('.retried.jsonl')).sort();
    let tried = 0;
    for (const file of files) {
      const letters = parseLines(await readFile(join(this.folder, file), 'utf8'));
      for (const { letter, envelope } of letters) await deliver(letter.service, envelope);
      await rm(join(this.folder, file));
      tried += letters.length;
    }
    return tried;
  }
}

/** A process that was killed while it wrote leaves half a line, which was never said to be kept. */
function parseLines(text: string): KeptLetter[] {
  return text.split('\n').flatMap((line) => {
    try {
      return [JSON.parse(line) as KeptLetter];
    } catch {
      return [];
    }
  });
}

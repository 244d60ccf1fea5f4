import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Where Debian, Fedora and Homebrew keep the library that stands between a process and the clock. */
const LIBRARIES = ['/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1', '/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1', '/usr/lib64/faketime/libfaketimeMT.so.1', '/usr/lib/faketime/libfaketimeMT.so.1'];
/** The library looks at its file once more than so many whole seconds have passed since it last did. */
const KEEPS_FOR_S = 1;
const SEEN_MS = 3_500;

/** The clock of one process, which a suite sets: as when somebody, or a wrong server of the time, steps that of a machine. */
export class SteppedClock {
  private constructor(
    private readonly folder: string,
    private readonly library: string,
  ) {}

  /** Undefined where the library is not installed. */
  static async find(): Promise<SteppedClock | undefined> {
    const library = LIBRARIES.find((file) => existsSync(file));
    if (library === undefined) return undefined;
    const clock = new SteppedClock(await mkdtemp(join(tmpdir(), 'bookable-clock-')), library);
    await writeFile(clock.file, '+0');
    return clock;
  }

  /** What makes a process go by this clock. How much time passes it still learns from the machine, as after a step of a real clock. */
  get settings(): Readonly<Record<string, string>> {
    return { LD_PRELOAD: this.library, FAKETIME_TIMESTAMP_FILE: this.file, FAKETIME_CACHE_DURATION: String(KEEPS_FOR_S), FAKETIME_DONT_FAKE_MONOTONIC: '1' };
  }

  /** Steps it to so many minutes ahead of the machine's, or behind; resolves once whoever goes by it has noticed. */
  async step(minutes: number): Promise<void> {
    const seconds = minutes * 60;
    await writeFile(this.file, seconds < 0 ? `${seconds}` : `+${seconds}`);
    await pause(SEEN_MS);
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }

  private get file(): string {
    return join(this.folder, 'offset');
  }
}

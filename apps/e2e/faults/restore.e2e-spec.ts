import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { whatStaysWrong } from '../src/crowd/aftermath';
import { Crowd } from '../src/crowd/crowd';
import { History } from '../src/crowd/history';
import type { Travelled } from '../src/crowd/whole-journey';
import { bytesIn, tend } from '../src/installation/backup';
import { Installation } from '../src/installation/installation';

const IS_FULL = process.env['FAULT_SIZE'] === 'full';
const JOURNEYS = IS_FULL ? Number(process.env['FAULT_JOURNEYS'] ?? 40) : 12;
/** Of the cluster facts are on their way at the broker, which is in no backup; the small size proves the rest of it. */
const FORM = IS_FULL ? 'cluster' : 'standalone';
const BOUND_MS = 900_000;

const seconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`;

describe('an installation that is lost and brought back from a backup taken while it was used', () => {
  const history = new History();
  const lines: string[] = [];
  let home: string;
  let arrived: readonly Travelled[];
  let restored: Installation;

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'bookable-drill-'));
    const folder = join(home, 'backup');
    const lost = await Installation.start(FORM);
    try {
      arrived = await new Crowd('before the backup', JOURNEYS, lost.doors, history).travel();
      const crowd = new Crowd('during the backup', JOURNEYS, lost.doors, history);
      const taking = crowd.hasTaken(0.3).then(() => tend(lost.environment, ['backup', '--to', folder]));
      const [taken] = await Promise.all([taking, crowd.travel(taking)]);
      lines.push(`backup under load   ${seconds(taken.ms)}, ${await bytesIn(folder)} bytes: ${taken.said}`);
    } finally {
      await lost.stop();
    }
    const startedMs = performance.now();
    const prepare = async (environment: NodeJS.ProcessEnv): Promise<void> => {
      const brought = await tend(environment, ['restore', '--from', folder]);
      lines.push(`restore             ${seconds(brought.ms)}: ${brought.said}`);
    };
    restored = await Installation.start(FORM, {}, { prepare });
    lines.push(`taking requests     ${seconds(performance.now() - startedMs)} after the restore was begun`);
  }, BOUND_MS);

  afterAll(async () => {
    await restored.stop();
    await rm(home, { recursive: true });
    process.stderr.write(`${lines.join('\n')}\n`);
  }, BOUND_MS);

  it('has everything of those who had arrived before the backup, once', async () => {
    expect(await whatStaysWrong(restored.doors[0]!, arrived)).toEqual([]);
  }, BOUND_MS);

  it('leaves everything as it must always be', async () => {
    const startedMs = performance.now();
    const { isGreen, report } = await restored.verify(120);
    lines.push(`verify              ${isGreen ? 'green' : 'RED'}, ${seconds(performance.now() - startedMs)}`);
    expect(isGreen ? 'green' : report).toBe('green');
  }, BOUND_MS);

  it('takes new people in', async () => {
    const after = await new Crowd('after the restore', 4, restored.doors, history).travel();
    expect(await whatStaysWrong(restored.doors[0]!, after)).toEqual([]);
  }, BOUND_MS);
});

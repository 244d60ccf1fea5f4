import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '../src/eventually';
import { startImportCommand } from '../src/import-command';
import { anotherCity, falsified, filesToImport } from '../src/import-files';
import { runningSystem } from '../src/running-system';

jest.setTimeout(600_000);

describe('a city brought over from elsewhere', () => {
  const door = runningSystem();
  const { listings, rest, leftOut } = filesToImport();
  const journals = join(process.env['DATA_DIR'] ?? '.data', 'import');
  const folder = mkdtempSync(join(tmpdir(), 'bookable-journey-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const bringOver = () => startImportCommand('import', [listings, ...rest], door.url);
  const compare = (file = listings, ...more: string[]) => startImportCommand('import:compare', [file, ...rest, ...more], door.url).ended;
  const journalled = () => {
    try {
      return readdirSync(journals).flatMap((file) => readFileSync(join(journals, file), 'utf8').split('\n')).length;
    } catch {
      return 0;
    }
  };
  const found = async () => {
    const { body } = await door.ask<{ items: { name: string; count: number }[] }>('GET', '/api/cities');
    return body.items.map(({ name, count }) => `${count} in ${name}`);
  };

  it('is all there in the end, though the import was killed in the middle; every row left out is named', async () => {
    const broken = bringOver();
    await eventually('a part of it is there', async () => journalled() > 5 || broken.process.exitCode !== null, 60_000);
    broken.process.kill('SIGKILL');
    await broken.ended;
    const { code, output } = await bringOver().ended;
    expect([code, output]).toEqual([0, expect.any(String)]);
    for (const line of leftOut) expect(output).toContain(line);
  });

  it('is found as its files say, by price, nights, rating, host, guests and place', async () => {
    const { code, output } = await compare();
    expect([code, output]).toEqual([0, expect.stringContaining('every answer is what the files say')]);
  });

  it('is not found otherwise, which the comparison would notice', async () => {
    const { code, output } = await compare(falsified(listings, folder), '--patience', '1');
    expect([code, output]).toEqual([1, expect.stringContaining('are not what the files say')]);
  });

  it('is the same after another import that remembers nothing of the first', async () => {
    const before = await found();
    const lines = journalled();
    rmSync(journals, { recursive: true });
    const { output } = await bringOver().ended;
    for (const line of leftOut) expect(output).toContain(line);
    expect(journalled()).toBe(lines);
    expect(await found()).toEqual(before);
    expect((await compare()).code).toBe(0);
  });

  it('is not mixed up with another city that has the same names at the same places', async () => {
    const another = anotherCity(listings, folder, 4);
    expect((await startImportCommand('import', [another, '--city', 'Elsewhere'], door.url).ended).code).toBe(0);
    const { code, output } = await compare(listings, '--aside', another, '--aside-city', 'Elsewhere');
    expect([code, output]).toEqual([0, expect.stringContaining('every answer is what the files say')]);
    expect((await compare(listings, '--aside', another, '--aside-city', 'Nowhere', '--patience', '1')).code).toBe(1);
  });
});

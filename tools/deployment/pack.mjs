import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packApp } from './pack-app.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const [app, target] = process.argv.slice(2);

if (app === undefined || target === undefined) {
  process.stderr.write('Say which app, and the folder to put it into: node tools/deployment/pack.mjs booking /out\n');
  process.exit(64);
}
const packages = packApp(root, app, resolve(target));
process.stdout.write(`${app} and ${packages.length} packages are in ${target}.\n`);

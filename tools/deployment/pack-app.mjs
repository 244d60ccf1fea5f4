import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';

/** What types, source maps and pages for readers weigh is nothing to a process that runs. */
const NOT_RUN = /\.(?:d\.[cm]?ts|[cm]?ts|map|md|markdown|flow)$/i;
const LICENCE = /^(?:licen[cs]e|copying|notice)/i;
const REQUEST = /\brequire\("([^"]+)"\)|\bimport\("([^"]+)"\)/g;

/** The package that a request such as `class-transformer/cjs/storage` or `@nestjs/core` asks for. */
function packageOf(request) {
  return request.split('/').slice(0, request.startsWith('@') ? 2 : 1).join('/');
}

/** The packages that a bundle asks for by itself. */
export function packagesOf(bundle) {
  const requests = [...bundle.matchAll(REQUEST)].map(([, required, imported]) => required ?? imported);
  return [...new Set(requests.filter((request) => !request.startsWith('.') && !request.startsWith('/') && !isBuiltin(request)).map(packageOf))].sort();
}

function manifestIn(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}

/** Where Node would find a package that a file in this folder asks for. */
function locate(name, from, root) {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name);
    if (existsSync(join(candidate, 'package.json'))) return candidate;
    if (folder === root) return undefined;
  }
}

/** What a package may ask for, and whether it can do without. */
function needsOf({ dependencies = {}, optionalDependencies = {}, peerDependencies = {}, peerDependenciesMeta = {} }, ownDependencies) {
  const isOptional = (name) => name in optionalDependencies || peerDependenciesMeta[name]?.optional === true;
  // An optional peer that we depend on is installed on purpose: Nest's Swagger takes in @fastify/static without a word of ours.
  const peers = Object.keys(peerDependencies).filter((name) => !isOptional(name) || name in ownDependencies);
  return [...new Set([...Object.keys(dependencies), ...Object.keys(optionalDependencies), ...peers])].map((name) => ({ name, isOptional: isOptional(name) }));
}

/** The folders of all packages that these need, and those need, relative to the root. Throws where one is not installed. */
export function closureOf(names, root) {
  const found = new Set();
  const { dependencies: own = {} } = manifestIn(root);
  const walk = (name, from, isOptional) => {
    const folder = locate(name, from, root);
    if (folder === undefined) {
      if (isOptional) return;
      throw new Error(`${name} is needed by ${relative(root, from) || 'the bundle'} and is not installed.`);
    }
    if (found.has(folder)) return;
    found.add(folder);
    for (const need of needsOf(manifestIn(folder), own)) walk(need.name, folder, need.isOptional);
  };
  for (const name of names) walk(name, root, false);
  return [...found].map((folder) => relative(root, folder)).sort();
}

/** Whether a file or folder of a package belongs into an image; what is nested in it is a package of its own. */
function isRun(packageFolder, path) {
  const inside = relative(packageFolder, path).split(sep);
  const name = inside.at(-1);
  return inside[0] !== 'node_modules' && (LICENCE.test(name) || !NOT_RUN.test(name) || statSync(path).isDirectory());
}

/** Puts a built app and just the packages that it runs on into a folder, which is made anew. */
export function packApp(root, app, target) {
  const built = join(root, 'dist/apps', app);
  const folders = closureOf(packagesOf(readFileSync(join(built, 'main.js'), 'utf8')), root);
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (const file of ['main.js', 'main.js.map']) cpSync(join(built, file), join(target, file));
  for (const folder of folders) {
    const source = join(root, folder);
    cpSync(source, join(target, folder), { recursive: true, filter: (path) => isRun(source, path) });
  }
  return folders;
}

const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { compilerOptions } = require('./tsconfig.base.json');

const fromRoot = (path) => join(__dirname, path);
const swcOptions = { ...JSON.parse(readFileSync(fromRoot('.swcrc'), 'utf8')), module: { type: 'commonjs' }, sourceMaps: 'inline' };

/** Packages of CommonJS that load parts of themselves late, by `import()`, which Jest's sandbox does not know either. */
const LATE_PACKAGES = ['node_modules/@opentelemetry/otlp-exporter-base'];

/**
 * Jest cannot load ES modules with `require`, so every package that ships only those is transformed.
 * The list is read from what is installed: a nested dependency that turns into an ES module is found by itself.
 */
function esModulePackages() {
  const { packages } = JSON.parse(readFileSync(fromRoot('node_modules/.package-lock.json'), 'utf8'));
  return Object.keys(packages)
    .filter((path) => path.startsWith('node_modules/'))
    .filter((path) => {
      const manifest = JSON.parse(readFileSync(fromRoot(join(path, 'package.json')), 'utf8'));
      return manifest.type === 'module';
    });
}

module.exports = {
  testEnvironment: 'node',
  moduleNameMapper: Object.fromEntries(
    Object.entries(compilerOptions.paths).map(([name, [path]]) => [`^${name}$`, fromRoot(path)]),
  ),
  transform: {
    '^.+\\.ts$': ['@swc/jest', { ...swcOptions, swcrc: false }],
    '^.+\\.m?js$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'ecmascript' } }, module: { type: 'commonjs' }, swcrc: false }],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${[...esModulePackages(), ...LATE_PACKAGES].map((path) => path.replace('node_modules/', '')).join('|')})/)`],
  setupFiles: [fromRoot('node_modules/reflect-metadata/Reflect.js'), ...(process.env.PROPERTY_RUNS ? [fromRoot('tools/property-runs.cjs')] : [])],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  // No test is judged by how long it takes: this bound only ends one that would never end, on however busy a machine.
  testTimeout: process.env.PROPERTY_RUNS ? 3_600_000 : 120_000,
};

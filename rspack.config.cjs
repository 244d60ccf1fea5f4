const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { compilerOptions } = require('./tsconfig.base.json');

const swc = JSON.parse(readFileSync(join(__dirname, '.swcrc'), 'utf8'));
const alias = Object.fromEntries(Object.entries(compilerOptions.paths).map(([name, [path]]) => [`${name}$`, join(__dirname, path)]));

/** Bundles one app (`--env app=booking`) with decorator metadata; npm packages stay outside the bundle. */
module.exports = ({ app }) => ({
  name: app,
  mode: 'production',
  target: 'node20',
  devtool: 'source-map',
  context: __dirname,
  entry: { main: `./apps/${app}/src/main.ts` },
  output: { path: join(__dirname, 'dist/apps', app), filename: '[name].js', library: { type: 'commonjs2' }, clean: true },
  resolve: { extensions: ['.ts', '.js'], alias },
  externals: [({ request }, done) => (/^(\.|\/|@bookable\/)/.test(request) ? done() : done(null, `commonjs ${request}`))],
  // What is imported late stays in the one file, and is only run late.
  module: { parser: { javascript: { dynamicImportMode: 'eager' } }, rules: [{ test: /\.ts$/, loader: 'builtin:swc-loader', options: swc, type: 'javascript/auto' }] },
  // A bundle knows where it lies, so that it can find packages from there at run time.
  node: { __dirname: false, __filename: false },
  // Modules joined into one scope lose their classes' names where two meet, and the API document names schemas after classes.
  optimization: { minimize: false, concatenateModules: false },
  stats: 'errors-warnings',
});

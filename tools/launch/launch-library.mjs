import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/**
 * What these launchers share with the programs in TypeScript, read through their loader because nothing may be built yet.
 * The loader is a package, so whoever calls has seen to it that packages are installed.
 */
export function launchLibrary() {
  process.env.SWC_NODE_PROJECT ??= 'tsconfig.base.json';
  require('@swc-node/register');
  return require('../../libs/platform/launch/src/index.ts');
}

import type { TestServer } from '@bookable/platform-testing';

/** What geometry must answer the same on: the server of the tests, with PostGIS where that has it, and the embedded one, which never does. */
export const BOTH_ENGINES: readonly (readonly [name: string, on: TestServer])[] = [
  ['the server of the tests', {}],
  ['the embedded server', { isEmbedded: true }],
];

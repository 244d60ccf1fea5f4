import { randomInt } from 'node:crypto';
import { linkCode } from '../domain/link-code';

const TRIES = 5;

/** Makes codes, unguessable ones, until one is free: the second is hardly ever needed. */
export async function withFreshCode<Result>(take: (code: string) => Promise<Result | undefined>): Promise<Result> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const taken = await take(linkCode((choices) => randomInt(choices)));
    if (taken !== undefined) return taken;
  }
  throw new Error(`No free code was found in ${TRIES} tries.`);
}

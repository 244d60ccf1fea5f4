import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * Below those from which systems take a port for each connection that somebody opens: one of them that is free now may
 * be the near end of a connection by the time somebody wants to listen on it, and so may its neighbours.
 */
const LOWEST = 10_240;
const HIGHEST = 32_000;
const ATTEMPTS = 200;

/** A port of this machine that nobody listens on at this moment, and that no outgoing connection will take. */
export function freePort(): Promise<number> {
  return freePorts(1);
}

/** The first of so many such ports in a row. */
export async function freePorts(count: number): Promise<number> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const first = randomInt(LOWEST, HIGHEST - count);
    const row = await Promise.all(Array.from({ length: count }, (_, index) => isFree(first + index)));
    if (row.every(Boolean)) return first;
  }
  throw new Error(`After ${ATTEMPTS} attempts no ${count} ports in a row from ${LOWEST} to ${HIGHEST} were free.`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(false));
    server.listen(port, () => server.close(() => resolve(true)));
  });
}

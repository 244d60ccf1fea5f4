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
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const port = randomInt(LOWEST, HIGHEST);
    if (await isFree(port)) return port;
  }
  throw new Error(`None of ${ATTEMPTS} ports from ${LOWEST} to ${HIGHEST} is free.`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(false));
    server.listen(port, () => server.close(() => resolve(true)));
  });
}

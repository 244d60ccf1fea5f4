import type { Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

const SWEEP_EVERY_MS = 50;
/** Longer than somebody who uses a line all the time leaves it alone. */
const LAST_WORD_MS = 1_000;

/**
 * Lets a closing door come to its end, and nobody be surprised. For a while every answer says that its line is the last
 * one, so that whoever asks often goes elsewhere by himself: a line that looks idle here may have the next request
 * already on it. Then idle lines are closed; Node does so for those of one moment only, and one that is just being
 * answered would afterwards be kept alive for longer than anybody waits for us to stop.
 */
export function letIdleLinesGo(fastify: FastifyInstance): void {
  fastify.addHook('preClose', async () => {
    const { server } = fastify;
    for (const endMs = performance.now() + LAST_WORD_MS; performance.now() < endMs && (await linesOf(server)) > 0; ) await pause(SWEEP_EVERY_MS);
    const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_EVERY_MS);
    server.once('close', () => clearInterval(sweep));
  });
}

function linesOf(server: Server): Promise<number> {
  return new Promise((resolve) => server.getConnections((_error, count) => resolve(count)));
}

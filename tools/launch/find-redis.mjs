import { spawn } from 'node:child_process';
import { createConnection } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { launchLibrary } from './launch-library.mjs';

const USUAL = 'redis://127.0.0.1:6379';
const nothing = () => undefined;

function answers(url) {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = createConnection({ host: hostname, port: Number(port) || 6379, timeout: 2_000 });
    const end = (heard) => {
      socket.destroy();
      resolve(heard);
    };
    socket.once('data', () => end(true));
    socket.once('connect', () => socket.write('PING\r\n'));
    socket.once('error', () => end(false));
    socket.once('timeout', () => end(false));
  });
}

/** A Redis that answers: the one of `TEST_REDIS_URL`, one on this machine, or one that is installed here and is started for as long as the tests run. */
export async function findRedis() {
  const told = process.env.TEST_REDIS_URL;
  if (told) return (await answers(told)) ? { url: told, stop: nothing } : undefined;
  if (await answers(USUAL)) return { url: USUAL, stop: nothing };
  const port = await launchLibrary().freePort();
  const server = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], { stdio: 'ignore' });
  const isMissing = new Promise((resolve) => server.once('error', () => resolve(true)));
  const url = `redis://127.0.0.1:${port}`;
  for (let attempt = 0; attempt < 50; attempt += 1) {
    if (await Promise.race([isMissing, pause(100, false)])) return undefined;
    if (await answers(url)) return { url, stop: () => server.kill('SIGTERM') };
  }
  server.kill('SIGTERM');
  return undefined;
}

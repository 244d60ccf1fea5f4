import { spawnSync } from 'node:child_process';
import { createConnection } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const LOCAL = 'amqp://guest:guest@127.0.0.1:5672';

function answers(url) {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = createConnection({ host: hostname, port: Number(port) || 5672, timeout: 2_000 });
    const end = (heard) => {
      socket.destroy();
      resolve(heard);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
    socket.once('timeout', () => end(false));
  });
}

/** The address of a RabbitMQ that answers: the one of `RABBITMQ_URL`, one on this machine, or one that is installed here and was started. */
export async function findBroker() {
  const told = process.env.RABBITMQ_URL;
  if (told) return (await answers(told)) ? told : undefined;
  if (await answers(LOCAL)) return LOCAL;
  if (spawnSync('rabbitmq-server', ['-detached'], { stdio: 'ignore' }).status !== 0) return undefined;
  for (let attempt = 0; attempt < 60; attempt += 1) {
    if (await answers(LOCAL)) return LOCAL;
    await pause(1_000);
  }
  return undefined;
}

import { join } from 'node:path';
import { RabbitMqNode, answersOn, installedServer } from '@bookable/platform-local-broker';
import type { LocalPart } from './local-database';

const USUAL_PORT = 5672;

async function startOwn(server: string, dataFolder: string): Promise<LocalPart> {
  const folder = join(dataFolder, 'rabbitmq');
  const node = await RabbitMqNode.start(server, folder, process.env);
  return { url: node.url, told: `RabbitMQ of our own at ${new URL(node.url).host}, kept in ${folder}`, stop: () => node.stop() };
}

/** A broker on this machine: the one that answers on the usual port, or else one started from what is installed. */
export async function localBroker(dataFolder: string): Promise<LocalPart | undefined> {
  if (await answersOn(USUAL_PORT)) {
    return { url: `amqp://guest:guest@127.0.0.1:${USUAL_PORT}`, told: `the RabbitMQ that answers on port ${USUAL_PORT}`, stop: () => Promise.resolve() };
  }
  const server = await installedServer(process.env.PATH ?? '');
  return server === undefined ? undefined : startOwn(server, dataFolder);
}

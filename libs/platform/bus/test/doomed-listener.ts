import type { Note } from './parts';
import { fact, startPart } from './parts';
import { RabbitMqBus } from '../src/rabbitmq/rabbitmq-bus';

/** A process that is told of facts, says which it took in, and does not survive those that say so. */
async function listen(url: string, namespace: string): Promise<void> {
  const bus = await RabbitMqBus.connect({ url, namespace, retryPausesMs: [1] });
  const hear = async ({ id, text }: Note): Promise<void> => {
    if (text === 'deadly') process.kill(process.pid, 'SIGKILL');
    await new Promise((resolve) => process.send?.(id, undefined, undefined, resolve));
  };
  await startPart(bus, 'mail', { hears: [[fact('shop.door.opened'), hear]] });
}

const [url, namespace] = process.argv.slice(2);
void listen(url!, namespace!);

import type { Channel, ChannelModel } from 'amqplib';

const PATIENCE_MS = 2_000;

/**
 * Closes a connection or channel, or sees it end otherwise. amqplib alone would wait for ever for the goodbye of a
 * broker whose connection breaks at that moment.
 */
export function closeQuietly(closing: Channel | ChannelModel): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, PATIENCE_MS);
    const end = (): void => {
      clearTimeout(timer);
      resolve();
    };
    (closing as NodeJS.EventEmitter).once('close', end);
    closing.close().then(end, end);
  });
}

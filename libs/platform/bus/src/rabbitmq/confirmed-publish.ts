import type { ConfirmChannel, Options } from 'amqplib';

/** Sends a message; resolves once the broker has it safe, rejects where it refuses or the channel ends before. */
export function publishConfirmed(channel: ConfirmChannel, exchange: string, key: string, content: Buffer, properties: Options.Publish): Promise<void> {
  return new Promise((resolve, reject) => {
    channel.publish(exchange, key, content, properties, (error: unknown) => {
      if (error) reject(error instanceof Error ? error : new Error('The broker refused a message.'));
      else resolve();
    });
  });
}

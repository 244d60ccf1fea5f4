import { randomUUID } from 'node:crypto';
import { type Channel, type ChannelModel, connect } from 'amqplib';
import { RAW_QUEUE } from './echo';

const REPLY_TO = 'amq.rabbitmq.reply-to';

/** The floor: amqplib as its own tutorial uses it, direct reply-to, no acknowledgements, sockets without delay. */
export class RawCaller {
  private readonly pending = new Map<string, (answer: unknown) => void>();

  private constructor(
    private readonly connection: ChannelModel,
    private readonly channel: Channel,
  ) {}

  static async connect(url: string): Promise<RawCaller> {
    const connection = await connect(url, { noDelay: true });
    const caller = new RawCaller(connection, await connection.createChannel());
    await caller.channel.consume(REPLY_TO, (message) => message && caller.answered(message.properties.correlationId as string, message.content), { noAck: true });
    return caller;
  }

  ask(question: unknown): Promise<unknown> {
    const correlationId = randomUUID();
    return new Promise((resolve) => {
      this.pending.set(correlationId, resolve);
      this.channel.sendToQueue(RAW_QUEUE, Buffer.from(JSON.stringify(question)), { correlationId, replyTo: REPLY_TO });
    });
  }

  close(): Promise<void> {
    return this.connection.close();
  }

  private answered(correlationId: string, content: Buffer): void {
    this.pending.get(correlationId)?.(JSON.parse(content.toString()));
    this.pending.delete(correlationId);
  }
}

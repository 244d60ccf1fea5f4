import { RabbitMqBus } from '@bookable/platform-bus';
import { connect } from 'amqplib';
import { BENCH_NAMESPACE, RAW_QUEUE } from './echo';

/** Answers the same question in both ways: through our bus, and as bare amqplib with one message a call. */
async function answer(url: string): Promise<void> {
  const bus = await RabbitMqBus.connect({ url, namespace: BENCH_NAMESPACE });
  const server = bus.server('bench');
  (server as unknown as { addHandler(topic: string, handle: (question: unknown) => Promise<unknown>): void }).addHandler('bench.echo', (question) => Promise.resolve(question));
  await new Promise<void>((resolve, reject) => server.listen((error?: unknown) => (error ? reject(error) : resolve())));

  const connection = await connect(url, { noDelay: true });
  const channel = await connection.createChannel();
  await channel.assertQueue(RAW_QUEUE, { durable: false, autoDelete: true });
  await channel.consume(
    RAW_QUEUE,
    (message) => {
      if (!message) return;
      const question: unknown = JSON.parse(message.content.toString());
      channel.sendToQueue(message.properties.replyTo as string, Buffer.from(JSON.stringify(question)), { correlationId: message.properties.correlationId as string });
    },
    { noAck: true },
  );
  process.once('SIGTERM', () => process.exit(0));
  process.send?.({});
}

void answer(process.env['RABBITMQ_URL']!);

import { RabbitMqBus } from '@bookable/platform-bus';
import { MeasuredProcess } from '../measure/child-process';
import { type Compared, compare } from '../measure/comparison';
import { drive } from '../measure/drive';
import { BENCH_NAMESPACE, Echo, QUESTION } from './echo';
import { RawCaller } from './raw-caller';

/** A call over the bus against one message a call with raw amqplib: 64 at once, and one at a time. */
export async function benchRpc(url: string, rounds: number, seconds: number): Promise<Compared[]> {
  const answerer = await MeasuredProcess.start('tools/bench/rpc/answerer.ts', { RABBITMQ_URL: url });
  const bus = await RabbitMqBus.connect({ url, namespace: BENCH_NAMESPACE });
  const raw = await RawCaller.connect(url);
  const ours = () => bus.bus.request(Echo, QUESTION);
  const floor = () => raw.ask(QUESTION);
  try {
    return [
      await compare(
        {
          name: 'RPC, 64 at once, against raw amqplib with one message a call',
          unit: 'per second',
          goal: 3,
          ours: async () => (await drive(64, seconds, ours)).perSecond,
          floor: async () => (await drive(64, seconds, floor)).perSecond,
        },
        rounds,
      ),
      await compare(
        {
          name: 'RPC, one at a time, median, against raw amqplib',
          unit: 'ms',
          goal: 1.3,
          ours: async () => (await drive(1, seconds, ours)).medianMs,
          floor: async () => (await drive(1, seconds, floor)).medianMs,
        },
        rounds,
      ),
    ];
  } finally {
    await Promise.all([bus.close(), raw.close()]);
    await answerer.stop();
  }
}

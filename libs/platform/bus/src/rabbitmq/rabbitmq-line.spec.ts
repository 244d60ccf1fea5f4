import type { ChannelModel, Message, Options } from 'amqplib';
import { type CallHeader, AnswerKind } from '../calls/call';
import { SILENT_LOGGER } from '../bus-logger';
import type { BrokerLink } from './broker-link';
import { readCalls } from './frame-reader';
import { FrameWriter } from './frame-writer';
import { MAX_BATCH_FRAMES } from './limits';
import { RabbitMqLine } from './rabbitmq-line';
import { Topology } from './topology';

interface Sent {
  readonly queue: string;
  readonly ids: readonly number[];
  readonly expiration: number;
}

/** A channel that keeps what is sent, and answers when told. */
class ChannelOnPaper {
  readonly sent: Sent[] = [];
  private answer: (message: Message) => void;

  on(): this {
    return this;
  }

  async consume(_queue: string, answer: (message: Message) => void): Promise<{ consumerTag: string }> {
    this.answer = answer;
    return { consumerTag: 'replies' };
  }

  publish(_exchange: string, queue: string, content: Buffer, { expiration }: Options.Publish): boolean {
    this.sent.push({ queue, ids: readCalls(content).map(({ id }) => id), expiration: Number(expiration) });
    return true;
  }

  answerAll(ids: readonly number[]): void {
    const writer = new FrameWriter();
    for (const id of ids) writer.answer(id, AnswerKind.Reply, `${id}`);
    this.answer({ content: writer.take() } as Message);
  }
}

const headerOf = (topic: string, timeoutMs = 60_000): CallHeader => ({ topic, messageId: 'm', requestId: 'r', sentAtMs: Date.now(), timeLeftMs: timeoutMs });
const endOfTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('calls of one turn', () => {
  let channel: ChannelOnPaper;
  let line: RabbitMqLine;

  beforeEach(async () => {
    channel = new ChannelOnPaper();
    line = new RabbitMqLine({ renew: () => undefined } as unknown as BrokerLink, new Topology('test', []), SILENT_LOGGER);
    await line.opened({ createChannel: async () => channel } as unknown as ChannelModel);
  });
  afterEach(() => line.lost());

  const call = (topic: string, timeoutMs?: number) => line.call(headerOf(topic, timeoutMs), '{}').catch(() => undefined);

  it('travel as one message for each service', async () => {
    for (const topic of ['desk.ask', 'shop.open', 'desk.tell', 'desk.ask']) void call(topic);
    await endOfTurn();
    expect(channel.sent).toMatchObject([
      { queue: 'test.desk.calls', ids: [1, 3, 4] },
      { queue: 'test.shop.calls', ids: [2] },
    ]);
  });

  it('travel together also where promises lie between them', async () => {
    const afterPromises = async (): Promise<unknown> => {
      for (let step = 0; step < 10; step += 1) await undefined;
      return call('desk.ask');
    };
    void call('desk.ask');
    void afterPromises();
    await endOfTurn();
    expect(channel.sent.map(({ ids }) => ids)).toEqual([[1, 2]]);
  });

  it('fill a message at most so far', async () => {
    for (let count = 0; count < MAX_BATCH_FRAMES + 1; count += 1) void call('desk.ask');
    await endOfTurn();
    expect(channel.sent.map(({ ids }) => ids.length)).toEqual([MAX_BATCH_FRAMES, 1]);
  });

  it('keep their message alive as long as the most patient of them', async () => {
    void call('desk.ask', 100);
    void call('desk.ask', 50_000);
    void call('desk.ask', 100);
    await endOfTurn();
    expect(channel.sent[0]!.expiration).toBeGreaterThan(1_000);
    expect(channel.sent[0]!.expiration).toBeLessThanOrEqual(50_000);
  });

  it('each get their own answer, in whatever order and company it comes', async () => {
    const answers = [line.call(headerOf('desk.ask'), '{}'), line.call(headerOf('desk.ask'), '{}'), line.call(headerOf('desk.ask'), '{}')];
    await endOfTurn();
    channel.answerAll([3, 99]);
    channel.answerAll([2, 1, 3]);
    expect((await Promise.all(answers)).map(({ body }) => body.toString())).toEqual(['1', '2', '3']);
  });
});

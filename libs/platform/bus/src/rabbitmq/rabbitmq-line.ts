import type { Channel, ChannelModel, Message } from 'amqplib';
import type { BusLogger } from '../bus-logger';
import type { Answer, CallHeader, CallLine } from '../calls/call';
import { PendingCalls } from '../calls/pending-calls';
import { noAnswerFrom } from '../calls/refusal';
import { serviceOf } from '../topic';
import type { BrokerLink, LinkUser } from './broker-link';
import { encodeHeader } from './call-header.codec';
import { FlushSchedule } from './flush-schedule';
import { readAnswers, readCalls } from './frame-reader';
import { FrameWriter } from './frame-writer';
import { MAX_BATCH_BYTES, MAX_BATCH_FRAMES, MAX_MESSAGE_CHARACTERS } from './limits';
import type { Topology } from './topology';

const REPLY_TO = 'amq.rabbitmq.reply-to';

interface CallBatch {
  readonly queue: string;
  readonly writer: FrameWriter;
  longestMs: number;
}

/** Carries calls to services of other processes; all that are made at about the same time to one service as one message. */
export class RabbitMqLine implements CallLine, LinkUser {
  private readonly pending = new PendingCalls();
  private readonly batches = new Map<string, CallBatch>();
  private readonly schedule = new FlushSchedule(() => this.flush());
  private channel?: Channel;

  constructor(
    private readonly link: BrokerLink,
    private readonly topology: Topology,
    private readonly logger: BusLogger,
  ) {}

  async opened(broker: ChannelModel): Promise<void> {
    const channel = await broker.createChannel();
    channel.on('error', this.link.renew);
    channel.on('return', (message) => this.returned(message));
    await channel.consume(REPLY_TO, (message) => (message ? this.answered(message) : this.link.renew('The answers ended.')), { noAck: true });
    this.channel = channel;
  }

  lost(): void {
    this.channel = undefined;
    for (const { writer } of this.batches.values()) writer.take();
    this.pending.failAll();
  }

  call(header: CallHeader, body: string): Promise<Answer> {
    if (!this.channel) return Promise.reject(noAnswerFrom(header.topic));
    if (body.length > MAX_MESSAGE_CHARACTERS) return Promise.reject(new Error(`A request of ${header.topic} is too large for the bus.`));
    const { id, answer } = this.pending.open(header.topic, header.timeLeftMs);
    const batch = this.batchFor(serviceOf(header.topic));
    batch.writer.call(id, encodeHeader(header), body);
    batch.longestMs = Math.max(batch.longestMs, header.timeLeftMs);
    if (batch.writer.length >= MAX_BATCH_BYTES || batch.writer.frames >= MAX_BATCH_FRAMES) this.post(batch);
    else if (this.pending.size === 1) this.schedule.atEndOfTask();
    else this.schedule.atEndOfTurn();
    return answer;
  }

  private batchFor(service: string): CallBatch {
    let batch = this.batches.get(service);
    if (!batch) {
      batch = { queue: this.topology.calls(service), writer: new FrameWriter(), longestMs: 0 };
      this.batches.set(service, batch);
    }
    return batch;
  }

  private flush(): void {
    for (const batch of this.batches.values()) if (batch.writer.frames > 0) this.post(batch);
  }

  /** The broker drops the batch when the last of its calls has expired, and returns it where no service takes it. */
  private post(batch: CallBatch): void {
    const bytes = batch.writer.take();
    const expiration = Math.ceil(batch.longestMs);
    batch.longestMs = 0;
    try {
      this.channel?.publish('', batch.queue, bytes, { replyTo: REPLY_TO, expiration, mandatory: true });
    } catch (error) {
      this.link.renew(error);
    }
  }

  private answered({ content }: Message): void {
    try {
      for (const { id, kind, content: body } of readAnswers(content)) this.pending.settle(id, { kind, body });
    } catch (error) {
      this.logger.error('Answers came that cannot be read.', { error });
    }
  }

  private returned({ content }: Message): void {
    for (const { id } of readCalls(content)) this.pending.fail(id);
  }
}

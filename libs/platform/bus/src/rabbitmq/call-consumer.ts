import type { Channel, ChannelModel, Message } from 'amqplib';
import type { BusLogger } from '../bus-logger';
import { type Answer, AnswerKind } from '../calls/call';
import type { CallAnswerer } from '../service/call-answerer';
import type { BrokerLink, LinkUser } from './broker-link';
import { decodeHeader } from './call-header.codec';
import { closeQuietly } from './close-quietly';
import { FlushSchedule } from './flush-schedule';
import { type CallFrame, readCalls } from './frame-reader';
import { FrameWriter } from './frame-writer';
import { MAX_BATCH_BYTES, MAX_BATCH_FRAMES, MAX_MESSAGE_CHARACTERS } from './limits';
import type { Topology } from './topology';

/** Takes the calls to one service from the broker and sends the answers back, those of about the same time together. */
export class CallConsumer implements LinkUser {
  private readonly batches = new Map<string, FrameWriter>();
  private readonly schedule = new FlushSchedule(() => this.flush());
  private channel?: Channel;
  private consumerTag = '';

  constructor(
    private readonly service: string,
    private readonly answerer: CallAnswerer,
    private readonly link: BrokerLink,
    private readonly topology: Topology,
    private readonly logger: BusLogger,
  ) {}

  async opened(broker: ChannelModel): Promise<void> {
    const channel = await broker.createChannel();
    channel.on('error', this.link.renew);
    const queue = await this.topology.declareCalls(channel, this.service);
    this.channel = channel;
    const take = (message: Message | null): void => (message ? this.take(message) : this.link.renew('The queue of calls is gone.'));
    ({ consumerTag: this.consumerTag } = await channel.consume(queue, take, { noAck: true }));
  }

  lost(): void {
    this.channel = undefined;
    this.batches.clear();
  }

  /** Takes no more calls, and sends the answers to those it has taken. */
  async stop(): Promise<void> {
    this.link.detach(this);
    const { channel } = this;
    await channel?.cancel(this.consumerTag).catch(() => undefined);
    await this.answerer.drained();
    this.flush();
    if (channel) await closeQuietly(channel);
  }

  private take({ content, properties }: Message): void {
    this.tolerate(() => {
      for (const frame of readCalls(content)) this.tolerate(() => this.serve(frame, properties.replyTo as string));
    });
  }

  /** What cannot be read harms nothing else; its caller hears nothing and gives up at its deadline. */
  private tolerate(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.logger.error('A call came that cannot be read.', { service: this.service, error });
    }
  }

  private serve({ id, header, request }: CallFrame, replyTo: string): void {
    this.answerer.answer(decodeHeader(header), request, (answer) => answer && this.give(id, replyTo, answer));
  }

  private give(id: number, replyTo: string, { kind, body }: Answer): void {
    const batch = this.batches.get(replyTo) ?? new FrameWriter();
    this.batches.set(replyTo, batch);
    if (body.length <= MAX_MESSAGE_CHARACTERS) batch.answer(id, kind, body);
    else {
      this.logger.error('An answer is too large for the bus.', { service: this.service, characters: body.length });
      batch.answer(id, AnswerKind.Fault, '');
    }
    if (batch.length >= MAX_BATCH_BYTES || batch.frames >= MAX_BATCH_FRAMES) this.post(replyTo, batch);
    else if (this.answerer.inFlight === 0) this.schedule.atEndOfTask();
    else this.schedule.atEndOfTurn();
  }

  private flush(): void {
    for (const [replyTo, batch] of this.batches) {
      if (batch.frames > 0) this.post(replyTo, batch);
      // A caller without answers since the last time may be gone for good.
      else this.batches.delete(replyTo);
    }
  }

  private post(replyTo: string, batch: FrameWriter): void {
    try {
      this.channel?.publish('', replyTo, batch.take());
    } catch (error) {
      this.link.renew(error);
    }
  }
}

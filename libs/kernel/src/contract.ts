import type { Problem } from './problem';

/** A class whose instances describe a message; its decorators say how to check one. */
export type MessageClass<Message> = new () => Message;

/** A call to one service and its answer. The first segment of the topic is the service that answers. */
export interface RpcContract<Request = unknown, Reply = unknown> {
  readonly kind: 'command' | 'query';
  readonly topic: string;
  readonly request: MessageClass<Request>;
  /** Absent where the answer is empty. A list answers a page whose items are of this class. */
  readonly reply?: MessageClass<Reply>;
  readonly problems: readonly Problem[];
  readonly replyType?: Reply;
}

/** A fact that happened, told to whoever listens. Facts about one aggregate are delivered in the order they happened. */
export interface EventContract<Payload = unknown> {
  readonly kind: 'event';
  readonly topic: string;
  readonly payload: MessageClass<Payload>;
  readonly aggregateId: (payload: Payload) => string;
}

interface RpcParts<Request, Reply> {
  readonly topic: string;
  readonly request: MessageClass<Request>;
  readonly reply?: MessageClass<Reply>;
  readonly problems?: readonly Problem[];
}

/** Declares a call that changes something. */
export function defineCommand<Request, Reply = void>(parts: RpcParts<Request, Reply>): RpcContract<Request, Reply> {
  return Object.freeze({ kind: 'command', problems: [], ...parts });
}

/** Declares a call that only reads, so it may be repeated freely. */
export function defineQuery<Request, Reply>(parts: RpcParts<Request, Reply>): RpcContract<Request, Reply> {
  return Object.freeze({ kind: 'query', problems: [], ...parts });
}

/** Declares a fact, `service.thing.happened`. */
export function defineEvent<Payload>(parts: Omit<EventContract<Payload>, 'kind'>): EventContract<Payload> {
  return Object.freeze({ kind: 'event', ...parts });
}

import type { Problem } from './problem';

/** A class whose instances describe a message; its decorators say how to check one. */
export type MessageClass<Message> = new () => Message;

/** A call to one service and its answer. The first segment of the topic is the service that answers. */
export interface RpcContract<Request = unknown, Reply = unknown> {
  readonly kind: 'command' | 'query';
  readonly topic: string;
  readonly request: MessageClass<Request>;
  /** The class of the answer, or of each item where `answers` is a page or list. */
  readonly reply?: MessageClass<unknown>;
  readonly answers: 'nothing' | 'one' | 'page' | 'list';
  /** The refusals a caller must expect beside the known problems. */
  readonly problems: readonly Problem[];
  /** Carries the type of the whole answer; never set. */
  readonly replyType?: Reply;
}

/** A fact that happened, told to whoever listens. Facts about one aggregate are delivered in the order they happened. */
export interface EventContract<Payload = unknown> {
  readonly kind: 'event';
  readonly topic: string;
  readonly payload: MessageClass<Payload>;
  readonly aggregateId: (payload: Payload) => string;
}

interface RpcParts<Request> {
  readonly topic: string;
  readonly request: MessageClass<Request>;
  readonly reply?: MessageClass<unknown>;
  /** `one` where a reply class is given, else `nothing`, unless told. */
  readonly answers?: RpcContract['answers'];
  readonly problems?: readonly Problem[];
}

function defineRpc<Request, Reply>(kind: RpcContract['kind'], parts: RpcParts<Request>): RpcContract<Request, Reply> {
  return Object.freeze({ kind, problems: [], answers: parts.reply ? 'one' : 'nothing', ...parts });
}

/** Declares a call that changes something. */
export function defineCommand<Request, Reply = void>(parts: RpcParts<Request>): RpcContract<Request, Reply> {
  return defineRpc<Request, Reply>('command', parts);
}

/** Declares a call that only reads, so it may be repeated freely. */
export function defineQuery<Request, Reply>(parts: RpcParts<Request>): RpcContract<Request, Reply> {
  return defineRpc<Request, Reply>('query', parts);
}

/** Declares a fact, `service.thing.happened`. */
export function defineEvent<Payload>(parts: Omit<EventContract<Payload>, 'kind'>): EventContract<Payload> {
  return Object.freeze({ kind: 'event', ...parts });
}

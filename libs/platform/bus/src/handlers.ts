import { EventPattern, MessagePattern } from '@nestjs/microservices';
import type { EventContract, RpcContract } from '@bookable/kernel';
import type { Actor } from '@bookable/platform-context';

/** The second argument of every handler: what came beside the message. */
export interface MessageContext {
  /** Unique per message and the same on redelivery. */
  readonly messageId: string;
  readonly requestId: string;
  readonly topic: string;
  readonly actor?: Actor;
  readonly idempotencyKey?: string;
  /** When the fact happened (events) or the call was made, RFC 3339. */
  readonly occurredAt: string;
  /** 1 for the first delivery. */
  readonly attempt: number;
}

type Handler<Message, Answer> = (message: Message, context: MessageContext) => Promise<Answer>;
/** Generic in the method itself, because a method that answers less than it might is as good. */
type HandlerDecorator<Message, Answer> = <Method extends Handler<Message, Answer>>(
  target: object,
  key: string | symbol,
  descriptor: TypedPropertyDescriptor<Method>,
) => void;

/**
 * Marks the method `(request, context) => reply` that answers a command or query.
 * A reply may be a Buffer of JSON written by the database: it then reaches the caller byte for byte.
 */
export function Handles<Request, Reply>(contract: RpcContract<Request, Reply>): HandlerDecorator<Request, Reply | Buffer> {
  return MessagePattern(contract.topic) as HandlerDecorator<Request, Reply | Buffer>;
}

/**
 * Marks the method `(payload, context)` told of a fact. It may come again: guard with `Database.consume`.
 * Of several replicas of a service one is told; every service that listens is told.
 * Where the method throws it is told again with growing pauses, and in the end the fact goes to the dead letters.
 */
export function Consumes<Payload>(contract: EventContract<Payload>): HandlerDecorator<Payload, void> {
  return EventPattern(contract.topic, { everyReplica: false }) as HandlerDecorator<Payload, void>;
}

/**
 * As `Consumes`, but every replica is told, while it is up, once and without retry.
 * For what a process keeps in memory (sockets, key caches); never for what must not be missed.
 */
export function ConsumesOnEveryReplica<Payload>(contract: EventContract<Payload>): HandlerDecorator<Payload, void> {
  return EventPattern(contract.topic, { everyReplica: true }) as HandlerDecorator<Payload, void>;
}

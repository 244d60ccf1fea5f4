import type { EventContract, RpcContract } from '@bookable/kernel';
import type { Actor } from '@bookable/platform-context';
import { type ArgumentsHost, Catch, type ExceptionFilter, UseFilters } from '@nestjs/common';
import { EventPattern, MessagePattern } from '@nestjs/microservices';
import { PARAM_ARGS_METADATA, PATTERN_EXTRAS_METADATA, PATTERN_HANDLER_METADATA, PATTERN_METADATA } from '@nestjs/microservices/constants.js';
import { PatternHandler } from '@nestjs/microservices/enums/pattern-handler.enum.js';
import { type Observable, throwError } from 'rxjs';

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
  /** Which method is told of an event, as `Class.method`: two methods of a service may be told of the same message. */
  readonly consumer?: string;
}

/** What a mark on an event handler says to the server that finds it. */
export interface EventMark {
  readonly everyReplica: boolean;
  readonly consumer: string;
}

type HandlerDecorator<Message, Answer> = <Method extends (message: Message, context: MessageContext) => Promise<Answer>>(
  target: object,
  key: string | symbol,
  descriptor: TypedPropertyDescriptor<Method>,
) => void;

/** Nest would replace what a handler throws by "Internal server error"; the bus must see what it really was. */
@Catch()
class LetFaultsThrough implements ExceptionFilter {
  catch(fault: unknown, _host: ArgumentsHost): Observable<never> {
    return throwError(() => fault);
  }
}

const letFaultsThrough = UseFilters(new LetFaultsThrough());

function markHandler(pattern: MethodDecorator, target: object, key: string | symbol, descriptor: PropertyDescriptor): void {
  pattern(target, key, descriptor);
  letFaultsThrough(target, key, descriptor);
  // Unless told what to pass, Nest passes the message alone. Told that nothing has to be picked out, it passes both
  // arguments as they are, and spares the six promises that `@Payload()` and `@Ctx()` cost each call.
  const picked: object = Reflect.getMetadata(PARAM_ARGS_METADATA, target.constructor, key) ?? {};
  Reflect.defineMetadata(PARAM_ARGS_METADATA, picked, target.constructor, key);
}

function markConsumer<Payload>(contract: EventContract<Payload>, everyReplica: boolean): HandlerDecorator<Payload, void> {
  return (target, key, descriptor) => {
    const mark: EventMark = { everyReplica, consumer: `${target.constructor.name}.${String(key)}` };
    markHandler(EventPattern(contract.topic, mark) as MethodDecorator, target, key, descriptor);
  };
}

/**
 * Marks the method `(request, context) => reply` that answers a command or query.
 * A reply may be a Buffer of JSON written by the database: it then reaches the caller byte for byte.
 */
export function Handles<Request, Reply>(contract: RpcContract<Request, Reply>): HandlerDecorator<Request, Reply | Buffer> {
  return (target, key, descriptor) => markHandler(MessagePattern(contract.topic), target, key, descriptor);
}

/**
 * Marks the method `(payload, context)` told of a fact. It may come again: guard with `Database.consume`.
 * Of several replicas of a service one is told; every service that listens is told.
 * Where the method throws it is told again with growing pauses, and in the end the fact goes to the dead letters.
 */
export function Consumes<Payload>(contract: EventContract<Payload>): HandlerDecorator<Payload, void> {
  return markConsumer(contract, false);
}

/**
 * As `Consumes`, but every replica is told, while it is up, once and without retry.
 * For what a process keeps in memory (sockets, key caches); never for what must not be missed.
 */
export function ConsumesOnEveryReplica<Payload>(contract: EventContract<Payload>): HandlerDecorator<Payload, void> {
  return markConsumer(contract, true);
}

/** The topics of the facts that are owed to a class of consumers, that is of its methods marked with `Consumes`. */
export function topicsOwedTo(consumers: { readonly prototype: object }): readonly string[] {
  const methods = Object.values(Object.getOwnPropertyDescriptors(consumers.prototype)).map(({ value }) => value as unknown);
  return methods.filter((method): method is object => typeof method === 'function').flatMap((method) => {
    const isOwed = Reflect.getMetadata(PATTERN_HANDLER_METADATA, method) === PatternHandler.EVENT;
    const { everyReplica } = (Reflect.getMetadata(PATTERN_EXTRAS_METADATA, method) ?? {}) as Partial<EventMark>;
    return isOwed && !everyReplica ? (Reflect.getMetadata(PATTERN_METADATA, method) as string[]) : [];
  });
}

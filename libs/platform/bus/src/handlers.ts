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

/** Marks the method `(request, context) => reply` that answers a command or query. */
export function Handles(contract: RpcContract): MethodDecorator {
  return MessagePattern(contract.topic);
}

/**
 * Marks the method `(payload, context)` told of a fact. It may come again: guard with `Database.consume`.
 * Of several replicas of a service one is told; every service that listens is told.
 */
export function Consumes(contract: EventContract): MethodDecorator {
  return EventPattern(contract.topic);
}

import type { MessageHandler } from '@nestjs/microservices';
import { type Observable, isObservable, lastValueFrom } from 'rxjs';
import type { EventMark, MessageContext } from '../handlers';
import { serviceOf, topicMatches } from '../topic';

/** A method of a service, called through Nest: guards, pipes and interceptors included. */
export type Handle = (message: unknown, context: MessageContext) => Promise<unknown>;

/** A method that is told of facts. */
export interface EventHandler extends EventMark {
  readonly pattern: string;
  readonly handle: Handle;
}

function lastOf(result: unknown): unknown {
  return isObservable(result) ? lastValueFrom(result as Observable<unknown>, { defaultValue: undefined }) : result;
}

/** Every promise on the way of a call is paid for with the asynchronous context, so there is but one more here. */
function plain(handler: MessageHandler): Handle {
  return (message, context) => (handler(message, context) as Promise<unknown>).then(lastOf);
}

/** What one service answers and what it listens to, as found in its controllers. */
export class ServiceHandlers {
  private readonly callHandlers = new Map<string, Handle>();
  private readonly eventHandlers: EventHandler[] = [];
  private readonly eventHandlersByTopic = new Map<string, readonly EventHandler[]>();

  constructor(readonly service: string) {}

  /** Adds a method that answers calls; there is one for each topic, and the topic begins with the service's name. */
  addCallHandler(topic: string, handler: MessageHandler): void {
    if (serviceOf(topic) !== this.service) throw new Error(`${this.service} handles ${topic}, but calls of that topic go to ${serviceOf(topic)}.`);
    if (this.callHandlers.has(topic)) throw new Error(`${topic} is handled twice.`);
    this.callHandlers.set(topic, plain(handler));
  }

  /** Adds a method that is told of facts. */
  addEventHandler(pattern: string, mark: EventMark, handler: MessageHandler): void {
    this.eventHandlers.push({ ...mark, pattern, handle: plain(handler) });
  }

  /** The method that answers calls of a topic. */
  callHandler(topic: string): Handle | undefined {
    return this.callHandlers.get(topic);
  }

  /** Whether any call is answered. */
  get answersCalls(): boolean {
    return this.callHandlers.size > 0;
  }

  /** The methods to be told of a fact. */
  eventHandlersOf(topic: string, everyReplica: boolean): readonly EventHandler[] {
    let handlers = this.eventHandlersByTopic.get(topic);
    if (!handlers) {
      handlers = this.eventHandlers.filter(({ pattern }) => topicMatches(pattern, topic));
      this.eventHandlersByTopic.set(topic, handlers);
    }
    return handlers.filter((handler) => handler.everyReplica === everyReplica);
  }

  /** The patterns listened to, each once. */
  eventPatterns(everyReplica: boolean): readonly string[] {
    return [...new Set(this.eventHandlers.filter((handler) => handler.everyReplica === everyReplica).map(({ pattern }) => pattern))];
  }
}

import { type Span, type SpanFacts, runInContext } from '@bookable/platform-context';
import { type Tracing, recordWork } from '@bookable/platform-tracing';
import type { MessageContext } from '../handlers';
import type { EventHandler } from '../service/service-handlers';
import { type Delivery, type Telling, describeFault } from './delivery';

const TOLD: Telling = { missing: [], fault: '', isPoisoned: false };

/** The payload, or undefined where it is none: JSON itself has no such value. */
function parsePayload(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

async function tell(handler: EventHandler, { envelope, attempt }: Delivery, payload: unknown, span: Span | undefined): Promise<void> {
  const { messageId, requestId, topic, actor, occurredAt } = envelope;
  const traceparent = span?.traceparent ?? envelope.traceparent;
  const context: MessageContext = { messageId, requestId, topic, actor, occurredAt, attempt, consumer: handler.consumer };
  const run = () => runInContext({ requestId, messageId, actor, traceparent, span }, async () => handler.handle(payload, context));
  await (span ? recordWork(span, run) : run());
}

function factsOf({ envelope: { messageId, topic, occurredAt }, attempt }: Delivery): SpanFacts {
  const lagMs = Date.now() - Date.parse(occurredAt);
  return { 'messaging.system': 'bookable', 'messaging.destination.name': topic, 'messaging.message.id': messageId, 'bookable.attempt': attempt, 'bookable.lag_ms': lagMs };
}

/** Those that missed the last telling; all of them where one of those has been renamed since, rather than none. */
function stillDue(handlers: readonly EventHandler[], missing: readonly string[] | undefined): readonly EventHandler[] {
  const due = handlers.filter(({ consumer }) => missing?.includes(consumer));
  return missing && due.length === missing.length ? due : handlers;
}

/** Tells the methods of one service of a fact, all at once; those that took it in before are left in peace. */
export async function tellService(handlers: readonly EventHandler[], delivery: Delivery, tracing?: Tracing): Promise<Telling> {
  const payload = parsePayload(delivery.envelope.payload);
  if (payload === undefined) return { missing: [], fault: 'The payload is not JSON.', isPoisoned: true };
  const due = stillDue(handlers, delivery.missing);
  // Each method gets a copy of its own, so that none can change what another sees.
  const copy = (index: number): unknown => (index === 0 ? payload : parsePayload(delivery.envelope.payload));
  const begin = ({ consumer }: EventHandler): Span | undefined => tracing?.proceed(consumer, 'consumer', delivery.envelope.traceparent, factsOf(delivery));
  const results = await Promise.allSettled(due.map((handler, index) => tell(handler, delivery, copy(index), begin(handler))));
  const faults = results.flatMap((result, index) => (result.status === 'rejected' ? [{ consumer: due[index]!.consumer, reason: result.reason as unknown }] : []));
  if (faults.length === 0) return TOLD;
  return { missing: faults.map(({ consumer }) => consumer), fault: describeFault(faults[0]!.reason), isPoisoned: false };
}

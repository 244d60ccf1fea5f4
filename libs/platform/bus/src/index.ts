export { Bus, type CallOptions } from './bus';
export { type EventEnvelope, EventPublisher } from './event-envelope';
export { Consumes, ConsumesOnEveryReplica, Handles, type MessageContext } from './handlers';

export { Bus, type CallOptions } from './bus';
export { type EventEnvelope, EventPublisher } from './event-envelope';
export { Consumes, Handles, type MessageContext } from './handlers';

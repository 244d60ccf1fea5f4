export { CLOSED_CIRCUIT, type Circuit, afterFailure, triesAllowed } from './circuit';
export { OutboundFault, type OutboundFaultWord } from './outbound-fault';
export { type OutboundAnswer, type OutboundDelivery, OutboundFetcher, type OutboundOptions, type OutboundRequest } from './outbound-fetcher';
export { type AddressRules, readAddress } from './read-address';
export { retryAfterMs } from './retry-after';
export type { Resolve } from './guarded-connector';
